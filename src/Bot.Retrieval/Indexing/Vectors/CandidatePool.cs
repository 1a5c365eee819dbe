namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>Candidates of one segment that wait for their cosine. For one thread, again and again.</summary>
internal sealed class CandidatePool
{
    private readonly Candidate[] _candidates = new Candidate[16384];

    public int Count { get; private set; }

    public int Capacity => _candidates.Length;

    public Candidate this[int index] => _candidates[index];

    public void Add(Candidate candidate) => _candidates[Count++] = candidate;

    public void Clear() => Count = 0;

    /// <summary>Drops the first ones, and of the others those whose bound is below the threshold.</summary>
    public void Drop(int first, float threshold)
    {
        var kept = 0;
        foreach (var candidate in _candidates.AsSpan(first, Count - first))
        {
            _candidates[kept] = candidate;
            kept += candidate.Bound >= threshold ? 1 : 0;
        }
        Count = kept;
    }

    /// <summary>Puts those with the highest bounds first, in any order (Hoare's selection).</summary>
    public void PutBestFirst(int wanted)
    {
        var (low, high) = (0, Count - 1);
        while (wanted < Count && low < high)
        {
            var pivot = _candidates[low + ((high - low) / 2)].Bound;
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (_candidates[left].Bound > pivot)
                {
                    left++;
                }
                while (_candidates[right].Bound < pivot)
                {
                    right--;
                }
                if (left <= right)
                {
                    (_candidates[left], _candidates[right]) = (_candidates[right--], _candidates[left++]);
                }
            }
            if (wanted - 1 <= right)
            {
                high = right;
            }
            else if (wanted - 1 >= left)
            {
                low = left;
            }
            else
            {
                return;
            }
        }
    }
}
