namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>A segment as one index sees it. Immutable.</summary>
/// <param name="Segment">What it is.</param>
/// <param name="Terms">How its terms are numbered here.</param>
/// <param name="Removed">What its removed passages had.</param>
internal sealed record SegmentView(LexicalSegment Segment, SegmentTerms Terms, RemovedTerms Removed)
{
    /// <summary>The segment's number of a term of the index, if it knows it.</summary>
    public bool TryGetOwn(int term, out int own) => Terms.TryGetOwn(term, Segment.Terms.Count, out own);

    /// <summary>How many of its passages have a term of the index, anywhere and in their text.</summary>
    public (int Passages, int Texts) CountOf(int term)
    {
        if (!TryGetOwn(term, out var own))
        {
            return default;
        }
        var postings = Segment.Postings(own);
        var (passages, texts) = Removed.CountOf(own);
        return (postings.Count - passages, postings.TextCount - texts);
    }
}
