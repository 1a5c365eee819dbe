namespace Bot.Retrieval.Indexing;

/// <summary>How far a build has come.</summary>
/// <param name="Stage">What it is at.</param>
/// <param name="Done">Files or passages of that stage, those that needed no work among them.</param>
/// <param name="Total">Of the same.</param>
public readonly record struct ReloadProgress(ReloadStage Stage, int Done, int Total)
{
    /// <summary>Files read so far.</summary>
    public int Files { get; init; }

    /// <summary>Passages indexed so far.</summary>
    public int Passages { get; init; }

    /// <summary>Passages embedded so far.</summary>
    public int Embeddings { get; init; }

    /// <summary>How many the stage does in a second; null while that can't be told.</summary>
    public double? PerSecond { get; init; }

    /// <summary>How long the stage will take at that rate; null while that can't be told.</summary>
    public TimeSpan? Remaining { get; init; }
}
