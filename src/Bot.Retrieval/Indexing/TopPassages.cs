namespace Bot.Retrieval.Indexing;

/// <summary>Keeps the best of many: a bounded heap with the worst kept on top. Equal scores keep the lower passage number.</summary>
internal sealed class TopPassages(int limit)
{
    private readonly PriorityQueue<ScoredPassage, ScoredPassage> _kept = new(Math.Min(limit, 1024), WorstFirst.Instance);

    /// <summary>The score of the worst that is kept; null while there is room for any.</summary>
    public double? Least => _kept.Count < limit ? null : _kept.Peek().Score;

    public void Offer(int passage, double score)
    {
        var candidate = new ScoredPassage(passage, score);
        if (_kept.Count < limit)
        {
            _kept.Enqueue(candidate, candidate);
        }
        else if (limit > 0 && WorstFirst.Instance.Compare(candidate, _kept.Peek()) > 0)
        {
            _kept.EnqueueDequeue(candidate, candidate);
        }
    }

    /// <summary>Best first.</summary>
    public ScoredPassage[] ToSortedArray()
    {
        var sorted = new ScoredPassage[_kept.Count];
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            sorted[i] = _kept.Dequeue();
        }
        return sorted;
    }

    private sealed class WorstFirst : IComparer<ScoredPassage>
    {
        public static WorstFirst Instance { get; } = new();

        public int Compare(ScoredPassage x, ScoredPassage y)
        {
            var byScore = x.Score.CompareTo(y.Score);
            return byScore != 0 ? byScore : y.Passage.CompareTo(x.Passage);
        }
    }
}
