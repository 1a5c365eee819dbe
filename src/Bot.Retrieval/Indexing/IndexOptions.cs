namespace Bot.Retrieval.Indexing;

/// <summary>How the index is kept.</summary>
public sealed class IndexOptions
{
    /// <summary>Folder for what may be thrown away and made again, such as cached embeddings; null keeps nothing on disk.</summary>
    public string? DataDirectory { get; set; }

    /// <summary>Texts handed to the embedding generator at once.</summary>
    public int EmbeddingBatch { get; set; } = 64;

    /// <summary>Whether the local vectors serve for all passages while the generator fails; else the build fails.</summary>
    public bool LocalWhileDown { get; set; }
}
