using System.Buffers;
using System.Numerics;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Indexing.Segments;

namespace Bot.Retrieval.Searching.Lexical;

/// <summary>
/// Finds the best passages of one segment, as scoring all of them would. In each window the clauses that count most are added
/// up until all others together can't lift a passage into the best (MAXSCORE, Turtle and Flood 1995); those others are looked
/// up only for passages that they can lift. The windows that may hold the most come first, by the maxima of posting blocks
/// (Ding and Suel 2011). Used once, by one thread.
/// </summary>
internal sealed class SegmentSearch
{
    private readonly SearchClause[] _clauses;
    private readonly Windows _windows;
    private readonly SegmentLayout _layout;
    private readonly int _segment;
    private readonly Func<int, bool>? _allowed;
    private readonly TopPassages _best;
    private readonly int _limit;
    private readonly long[] _bounds;
    private readonly int[] _order;
    private readonly long[] _rest;
    private readonly List<Candidate> _candidates = [];

    /// <param name="clauses">At least one.</param>
    /// <param name="index">The snapshot's.</param>
    /// <param name="segment">Which segment of it.</param>
    /// <param name="allowed">Says which passages may be found, by number; null for all.</param>
    /// <param name="best">Takes those that are found; may have some of other segments.</param>
    /// <param name="limit">How many it keeps.</param>
    public SegmentSearch(SearchClause[] clauses, LexicalIndex index, int segment, Func<int, bool>? allowed, TopPassages best, int limit)
    {
        (_clauses, _layout, _segment, _allowed, _best, _limit) = (clauses, index.Layout, segment, allowed, best, limit);
        _windows = new(index.Segments[segment].Segment.Passages.Count);
        _bounds = new long[clauses.Length * _windows.Count];
        _order = new int[clauses.Length];
        _rest = new long[clauses.Length + 1];
    }

    public void Run()
    {
        var order = OrderWindows(out var totals);
        var scores = ArrayPool<long>.Shared.Rent(_windows.Length);
        var best = ArrayPool<double>.Shared.Rent(_windows.Length);
        scores.AsSpan().Clear();
        best.AsSpan().Clear();
        try
        {
            for (var i = 0; i < order.Length && -totals[i] >= Least(); i++)
            {
                var (start, end) = (_windows.Start(order[i]), _windows.End(order[i]));
                Search(order[i], scores.AsSpan(0, end - start), best.AsSpan(0, end - start));
            }
        }
        finally
        {
            ArrayPool<long>.Shared.Return(scores);
            ArrayPool<double>.Shared.Return(best);
        }
    }

    // The highest bound first; the bounds' signs are turned.
    private int[] OrderWindows(out long[] totals)
    {
        totals = new long[_windows.Count];
        for (var clause = 0; clause < _clauses.Length; clause++)
        {
            var bounds = BoundsOf(clause);
            _clauses[clause].Bounds(bounds, _windows);
            for (var window = 0; window < totals.Length; window++)
            {
                totals[window] -= bounds[window];
            }
        }
        var order = new int[totals.Length];
        for (var window = 0; window < order.Length; window++)
        {
            order[window] = window;
        }
        Array.Sort(totals, order);
        return order;
    }

    private Span<long> BoundsOf(int clause) => _bounds.AsSpan(clause * _windows.Count, _windows.Count);

    // What a passage must reach; one that matches nothing has 0.
    private long Least() => _best.Least is { } least ? FixedScore.OfDouble(least) : 1;

    private void Search(int window, Span<long> scores, Span<double> best)
    {
        var start = _windows.Start(window);
        var count = OrderClauses(window);
        var least = Least();
        var next = 0;
        while (next < count && _rest[next] >= least)
        {
            _clauses[_order[next++]].AddTo(start, scores, best);
            if (_best.Least is null && next < count && _rest[next] >= least)
            {
                least = Math.Max(least, LeastOf(start, scores));
            }
        }
        Collect(start, scores, least - _rest[next]);
        scores.Clear();
        for (; next < count && _candidates.Count > 0; next++)
        {
            LookUp(_clauses[_order[next]], least - _rest[next + 1]);
        }
        foreach (var candidate in _candidates)
        {
            _best.Offer(candidate.Passage, FixedScore.ToDouble(candidate.Score));
        }
    }

    // Those that occur in the window, the ones that count most first, and what each counts together with those behind it.
    private int OrderClauses(int window)
    {
        var count = 0;
        for (var clause = 0; clause < _clauses.Length; clause++)
        {
            var bound = BoundsOf(clause)[window];
            if (bound == 0)
            {
                continue;
            }
            var place = count++;
            for (; place > 0 && BoundsOf(_order[place - 1])[window] < bound; place--)
            {
                _order[place] = _order[place - 1];
            }
            _order[place] = clause;
        }
        _rest[count] = 0;
        for (var i = count - 1; i >= 0; i--)
        {
            _rest[i] = _rest[i + 1] + BoundsOf(_order[i])[window];
        }
        return count;
    }

    // While too few are found: as many passages have at least so much already.
    private long LeastOf(int start, ReadOnlySpan<long> scores)
    {
        var best = new TopPassages(_limit);
        for (var slot = 0; slot < scores.Length; slot++)
        {
            if (scores[slot] > 0 && FixedScore.ToDouble(scores[slot]) > (best.Least ?? 0) && IsWanted(start + slot, out var passage))
            {
                best.Offer(passage, FixedScore.ToDouble(scores[slot]));
            }
        }
        return best.Least is { } least ? FixedScore.OfDouble(least) : 0;
    }

    private void Collect(int start, ReadOnlySpan<long> scores, long least)
    {
        _candidates.Clear();
        least = Math.Max(1, least);
        var slot = 0;
        for (var needed = new Vector<long>(least); slot + Vector<long>.Count <= scores.Length; slot += Vector<long>.Count)
        {
            if (Vector.GreaterThanOrEqualAny(new Vector<long>(scores[slot..]), needed))
            {
                Collect(start, scores, least, slot, slot + Vector<long>.Count);
            }
        }
        Collect(start, scores, least, slot, scores.Length);
    }

    private void Collect(int start, ReadOnlySpan<long> scores, long least, int from, int to)
    {
        for (var slot = from; slot < to; slot++)
        {
            if (scores[slot] >= least && IsWanted(start + slot, out var passage))
            {
                _candidates.Add(new(start + slot, passage, scores[slot]));
            }
        }
    }

    private void LookUp(SearchClause clause, long least)
    {
        var kept = 0;
        for (var i = 0; i < _candidates.Count; i++)
        {
            var candidate = _candidates[i];
            var score = candidate.Score + clause.Score(candidate.Place);
            if (score >= least)
            {
                _candidates[kept++] = candidate with { Score = score };
            }
        }
        _candidates.RemoveRange(kept, _candidates.Count - kept);
    }

    private bool IsWanted(int place, out int passage)
    {
        passage = _layout.Number(_segment, place);
        return passage != SegmentLayout.Removed && (_allowed is null || _allowed(passage));
    }

    private readonly record struct Candidate(int Place, int Passage, long Score);
}
