namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A passage in the file. What it has several of ends where that of the next row starts; the last row ends them all.</summary>
internal record struct PassageRow
{
    /// <summary>Number of a string.</summary>
    public int Id;

    public int Document;
    public StoredSpan Span;

    /// <summary>Number of a heading path.</summary>
    public int HeadingPath;

    public int Sentences;
    public int Mentions;
}
