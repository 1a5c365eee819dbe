namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A stretch of a document that is a clause. Its matches end where those of the next row start; the last row ends them all.</summary>
internal record struct OwnClauseRow
{
    /// <summary>Number of a reference: as the document says it.</summary>
    public int Written;

    /// <summary>Number of a reference: with the code that it is of.</summary>
    public int Reference;

    /// <summary>Number of a reference, or none.</summary>
    public int Also;

    public StoredSpan Span;
    public int Matches;
}
