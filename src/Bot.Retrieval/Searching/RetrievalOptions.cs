namespace Bot.Retrieval.Searching;

/// <summary>How passages are ranked.</summary>
public sealed class RetrievalOptions
{
    /// <summary>
    /// Share of the local vectors in the fused score; the rest is the words'. It is small because these vectors see much the
    /// same as the words do.
    /// </summary>
    public const double LocalVectorWeight = 0.06;

    /// <summary>Share of a configured model's vectors, 0 to 1; neural ones earn more than the local ones.</summary>
    public double VectorWeight { get; set; } = 0.3;

    /// <summary>How long a question waits for its vector.</summary>
    public TimeSpan EmbeddingTime { get; set; } = TimeSpan.FromSeconds(2);
}
