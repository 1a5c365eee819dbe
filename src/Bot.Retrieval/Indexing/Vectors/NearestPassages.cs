namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>
/// Keeps the best of many passages: a bounded heap with the worst on top. They are ranked by their rank, and equal ones by
/// the lower number; the score is only kept. For one thread, again and again.
/// </summary>
internal sealed class NearestPassages
{
    private (float Rank, float Score, int Passage)[] _heap = [];
    private int _limit;

    public int Count { get; private set; }

    /// <summary>A passage of a lower rank isn't kept. No passage of rank 0 or less ever is.</summary>
    public float Threshold => Count < _limit ? float.Epsilon : _heap[0].Rank;

    public void Begin(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        (_limit, Count) = (limit, 0);
        if (_heap.Length < limit)
        {
            _heap = new (float, float, int)[limit];
        }
    }

    public void Offer(float rank, float score, int passage)
    {
        var offered = (rank, score, passage);
        if (!(rank > 0))
        {
            return;
        }
        if (Count < _limit)
        {
            Raise(Count++, offered);
        }
        else if (IsWorse(_heap[0], offered))
        {
            Sink(offered);
        }
    }

    /// <summary>Takes in what another has kept.</summary>
    public void Offer(NearestPassages other)
    {
        foreach (var (rank, score, passage) in other._heap.AsSpan(0, other.Count))
        {
            Offer(rank, score, passage);
        }
    }

    /// <summary>By score, best first, equal scores by number.</summary>
    public ScoredPassage[] ToSortedArray()
    {
        var sorted = new ScoredPassage[Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = new(_heap[i].Passage, _heap[i].Score);
        }
        sorted.AsSpan().Sort(static (x, y) => x.Score.CompareTo(y.Score) is not 0 and var byScore ? -byScore : x.Passage.CompareTo(y.Passage));
        return sorted;
    }

    private static bool IsWorse((float Rank, float Score, int Passage) one, (float Rank, float Score, int Passage) other) =>
        one.Rank < other.Rank || (one.Rank == other.Rank && one.Passage > other.Passage);

    private void Raise(int place, (float Rank, float Score, int Passage) entry)
    {
        while (place > 0 && IsWorse(entry, _heap[(place - 1) / 2]))
        {
            _heap[place] = _heap[(place - 1) / 2];
            place = (place - 1) / 2;
        }
        _heap[place] = entry;
    }

    private void Sink((float Rank, float Score, int Passage) entry)
    {
        var place = 0;
        while ((2 * place) + 1 < Count)
        {
            var child = (2 * place) + 1;
            if (child + 1 < Count && IsWorse(_heap[child + 1], _heap[child]))
            {
                child++;
            }
            if (!IsWorse(_heap[child], entry))
            {
                break;
            }
            _heap[place] = _heap[child];
            place = child;
        }
        _heap[place] = entry;
    }
}
