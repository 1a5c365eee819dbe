namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A clause mention in the file. Its references end where those of the next row start; the last row ends them all.</summary>
internal record struct MentionRow
{
    public StoredSpan Span;

    /// <summary>1 or 0.</summary>
    public int IsTentative;

    /// <summary>A <see cref="Clauses.CodeScope"/>.</summary>
    public int Scope;

    /// <summary>Number of a string.</summary>
    public int CodeCandidate;

    public int References;
}
