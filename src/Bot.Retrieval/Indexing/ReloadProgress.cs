namespace Bot.Retrieval.Indexing;

/// <summary>How far a build has come.</summary>
public readonly record struct ReloadProgress(ReloadStage Stage, int Done, int Total);

/// <summary>The stages of a build, in order.</summary>
public enum ReloadStage
{
    /// <summary>Files read and cut into passages.</summary>
    Reading,

    /// <summary>Passages embedded.</summary>
    Embedding,

    /// <summary>Passages indexed.</summary>
    Indexing,
}
