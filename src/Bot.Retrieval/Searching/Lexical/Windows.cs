using System.Numerics;
using Bot.Retrieval.Indexing.Lexical;

namespace Bot.Retrieval.Searching.Lexical;

/// <summary>A segment's places cut into equal windows, which are searched one after the other. Immutable.</summary>
internal sealed class Windows
{
    private const int SmallestShift = 10;
    private const int LargestShift = 13;
    private const int WantedCount = 128;

    private readonly int _passages;
    private readonly int _shift;

    public Windows(int passages)
    {
        _passages = passages;
        _shift = Math.Clamp(BitOperations.Log2((uint)passages / WantedCount), SmallestShift, LargestShift);
        Count = ((passages - 1) >> _shift) + 1;
    }

    public int Count { get; }

    /// <summary>How many places a window has, the last one perhaps fewer.</summary>
    public int Length => 1 << _shift;

    public int Start(int window) => window << _shift;

    public int End(int window) => Math.Min(_passages, (window + 1) << _shift);

    /// <summary>What a term's occurrences count at most in each window; windows without one are left as they are.</summary>
    public void Maxima(TermCursor term, Span<byte> maxima)
    {
        var postings = term.Postings;
        // So many are about the same everywhere.
        if (postings.Count > _passages / 8)
        {
            maxima.Fill(postings.Maximum);
            return;
        }
        var skips = postings.Skips;
        for (var block = 0; block < skips.Length; block++)
        {
            var (first, last) = (postings.Before(block) >> _shift, skips[block].Last >> _shift);
            if (last - first > 2)
            {
                term.Read(block);
                Raise(maxima, term.Places, skips[block].Maximum);
                continue;
            }
            for (var window = first; window <= last; window++)
            {
                maxima[window] = Math.Max(maxima[window], skips[block].Maximum);
            }
        }
        if (postings.RestCount > 0)
        {
            term.Read(skips.Length);
            Raise(maxima, term.Places, postings.RestMaximum);
        }
    }

    private void Raise(Span<byte> maxima, ReadOnlySpan<int> places, byte maximum)
    {
        foreach (var place in places)
        {
            ref var window = ref maxima[place >> _shift];
            window = Math.Max(window, maximum);
        }
    }
}
