using Bot.Retrieval.Indexing.Lexical;

namespace Bot.Retrieval.Searching.Lexical;

/// <summary>A question's terms as an index's segments have them; each segment is asked once. Used by one question, on one thread.</summary>
/// <param name="terms">The question's.</param>
/// <param name="index">The snapshot's.</param>
internal sealed class QuestionClauses(IReadOnlyList<QueryTerm> terms, LexicalIndex index)
{
    private readonly SearchClause[]?[] _bySegment = new SearchClause[]?[index.Segments.Length];

    public LexicalIndex Index => index;

    /// <summary>The terms that a segment may have.</summary>
    public SearchClause[] In(int segment) => _bySegment[segment] ??= new SegmentWordings(index.Segments[segment], index.Norms).Clauses(terms);
}
