using System.Collections.Immutable;
using Bot.Retrieval.Indexing.Lexical;

namespace Bot.Retrieval.Searching.Lexical;

/// <summary>Finds a question's terms in one segment. Used by one thread.</summary>
/// <param name="view">The segment.</param>
/// <param name="norms">Of the index.</param>
internal sealed class SegmentWordings(SegmentView view, FieldNorms norms)
{
    private readonly Dictionary<int, TermCursor?> _cursors = [];
    private readonly OccurrenceScorer _scorer = new(view.Segment.Passages, norms);

    /// <summary>The terms that the segment may have.</summary>
    public SearchClause[] Clauses(IReadOnlyList<QueryTerm> terms)
    {
        var clauses = new List<SearchClause>(terms.Count);
        foreach (var term in terms)
        {
            var wordings = Known(term.Wordings);
            if (wordings.Count > 0)
            {
                clauses.Add(new([.. wordings.OrderByDescending(wording => wording.Weight)], term.Mass * FixedScore.Unit));
            }
        }
        return [.. clauses];
    }

    /// <summary>The wordings of which the segment knows each part.</summary>
    public List<ClauseWording> Known(ImmutableArray<QueryWording> wordings)
    {
        var known = new List<ClauseWording>(wordings.Length);
        foreach (var wording in wordings)
        {
            if (Find(wording) is { } cursors)
            {
                known.Add(new(cursors, wording.Weight, _scorer));
            }
        }
        return known;
    }

    private TermCursor[]? Find(QueryWording wording)
    {
        var cursors = new TermCursor[wording.Ids.Length];
        var next = 1;
        foreach (var id in wording.Ids)
        {
            if (CursorOf(id) is not { } cursor)
            {
                return null;
            }
            if (id == wording.Rarest)
            {
                (cursors[0], cursor) = (cursor, cursors[0]);
            }
            if (cursor is not null)
            {
                cursors[next++] = cursor;
            }
        }
        return cursors;
    }

    private TermCursor? CursorOf(int term)
    {
        if (!_cursors.TryGetValue(term, out var cursor))
        {
            cursor = view.TryGetOwn(term, out var own) ? new(view.Segment, own) : null;
            _cursors[term] = cursor;
        }
        return cursor;
    }
}
