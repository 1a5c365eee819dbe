using Bot.Retrieval.Indexing.Segments;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>Questions about terms that take a look at their postings in one segment.</summary>
/// <param name="view">The segment.</param>
/// <param name="layout">Knows which passages are removed.</param>
/// <param name="segment">The segment's number there.</param>
internal readonly struct PostingScan(SegmentView view, SegmentLayout layout, int segment)
{
    /// <summary>How many passages have a term in their title or headings.</summary>
    public int CountTitles(int term)
    {
        if (!view.TryGetOwn(term, out var own))
        {
            return 0;
        }
        var cursor = new TermCursor(view.Segment, own);
        var count = 0;
        for (var block = 0; block < cursor.Postings.Blocks; block++)
        {
            cursor.Read(block);
            for (var i = 0; !cursor.IsPlain && i < cursor.Places.Length; i++)
            {
                count += cursor.CountsAt(i).Title > 0 && !IsRemoved(cursor.Places[i]) ? 1 : 0;
            }
        }
        return count;
    }

    /// <summary>Whether some passage has all of some terms; there is at least one term.</summary>
    public bool HaveAll(IReadOnlyList<int> terms)
    {
        var cursors = new TermCursor[terms.Count];
        for (var i = 0; i < cursors.Length; i++)
        {
            if (!view.TryGetOwn(terms[i], out var own))
            {
                return false;
            }
            cursors[i] = new(view.Segment, own);
        }
        Array.Sort(cursors, static (one, other) => one.Postings.Count.CompareTo(other.Postings.Count));
        for (var block = 0; block < cursors[0].Postings.Blocks; block++)
        {
            cursors[0].Read(block);
            foreach (var place in cursors[0].Places)
            {
                if (!IsRemoved(place) && HaveAll(cursors.AsSpan(1), place))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static bool HaveAll(ReadOnlySpan<TermCursor> cursors, int place)
    {
        foreach (var cursor in cursors)
        {
            if (cursor.Find(place) < 0)
            {
                return false;
            }
        }
        return true;
    }

    private bool IsRemoved(int place) => layout.Number(segment, place) == SegmentLayout.Removed;
}
