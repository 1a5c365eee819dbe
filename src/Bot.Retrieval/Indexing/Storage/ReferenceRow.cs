namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A clause reference in the file. Its path ends where that of the next row starts; the last row ends them all.</summary>
internal record struct ReferenceRow
{
    public int Style;

    // Numbers of strings.
    public int Section;
    public int Code;
    public int CodeName;

    public int Path;
}
