namespace Bot.Retrieval.Searching;

/// <summary>How passages are ranked.</summary>
public sealed class RetrievalOptions
{
    /// <summary>
    /// Share of the vectors in the fused score, 0 to 1; the rest is the words'. The default suits the local embeddings,
    /// which see much the same as the words do; neural ones earn more.
    /// </summary>
    public double VectorWeight { get; set; } = 0.03;

    /// <summary>The same for passages in the other language than the question, of which the local embeddings see less.</summary>
    public double TranslatedVectorWeight { get; set; } = 0.02;

    /// <summary>How long a question waits for its vector.</summary>
    public TimeSpan EmbeddingTime { get; set; } = TimeSpan.FromSeconds(2);
}
