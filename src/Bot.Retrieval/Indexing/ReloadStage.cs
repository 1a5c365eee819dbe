namespace Bot.Retrieval.Indexing;

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
