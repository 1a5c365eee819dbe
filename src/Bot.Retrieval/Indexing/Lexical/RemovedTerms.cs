using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>How many of a segment's removed passages have each term, by the segment's numbers. Immutable.</summary>
internal sealed class RemovedTerms
{
    private readonly Dictionary<int, (int Passages, int Texts)> _counts;

    private RemovedTerms(Dictionary<int, (int, int)> counts) => _counts = counts;

    public static RemovedTerms None { get; } = new([]);

    /// <summary>Finds them in the segment's postings: in time that grows with the segment.</summary>
    /// <param name="segment">Which has removed passages.</param>
    /// <param name="isRemoved">By place.</param>
    public static RemovedTerms Of(LexicalSegment segment, bool[] isRemoved)
    {
        var counts = new Dictionary<int, (int Passages, int Texts)>();
        var postings = new PostingBuffer();
        for (var term = 0; isRemoved.Contains(true) && term < segment.Terms.Count; term++)
        {
            postings.Clear();
            segment.Postings(term).CopyTo(postings);
            var (passages, texts) = (0, 0);
            for (var i = 0; i < postings.Count; i++)
            {
                passages += isRemoved[postings.Places[i]] ? 1 : 0;
                texts += isRemoved[postings.Places[i]] && postings.Texts[i] > 0 ? 1 : 0;
            }
            if (passages > 0)
            {
                counts[term] = (passages, texts);
            }
        }
        return new(counts);
    }

    /// <summary>With further removed passages.</summary>
    /// <param name="segment">Which had them.</param>
    /// <param name="removed">Made of those passages alone.</param>
    public RemovedTerms With(LexicalSegment segment, LexicalSegment removed)
    {
        var counts = new Dictionary<int, (int Passages, int Texts)>(_counts);
        for (var term = 0; term < removed.Terms.Count; term++)
        {
            if (segment.Terms.TryFind(removed.Terms[term], out var own))
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, own, out _);
                var postings = removed.Postings(term);
                count = (count.Passages + postings.Count, count.Texts + postings.TextCount);
            }
        }
        return new(counts);
    }

    public (int Passages, int Texts) CountOf(int term) => _counts.GetValueOrDefault(term);
}
