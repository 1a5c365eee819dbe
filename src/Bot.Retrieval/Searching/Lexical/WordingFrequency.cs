using System.Collections.Immutable;
using System.Numerics;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Indexing.Segments;

namespace Bot.Retrieval.Searching.Lexical;

/// <summary>Counts the passages that have any of some wordings.</summary>
internal static class WordingFrequency
{
    /// <param name="wordings">At least one; each counts where its rarest part is.</param>
    /// <param name="index">The snapshot's.</param>
    /// <param name="inTitles">Whether the rarest part may stand in the title alone.</param>
    public static int Count(ImmutableArray<QueryWording> wordings, LexicalIndex index, bool inTitles)
    {
        var count = 0;
        for (var segment = 0; segment < index.Segments.Length; segment++)
        {
            var view = index.Segments[segment];
            var seen = new ulong[(view.Segment.Passages.Count + 63) / 64];
            foreach (var wording in new SegmentWordings(view, index.Norms).Known(wordings))
            {
                Mark(wording, seen, inTitles);
            }
            count += CountOf(seen, index.Layout, segment);
        }
        return count;
    }

    private static void Mark(ClauseWording wording, ulong[] seen, bool inTitles)
    {
        var rarest = wording.Rarest;
        for (var block = 0; block < rarest.Postings.Blocks; block++)
        {
            rarest.Read(block);
            var texts = inTitles || rarest.IsPlain ? null : rarest.ReadCounts().Texts;
            var places = rarest.Places;
            for (var i = 0; i < places.Length; i++)
            {
                if ((texts is null || texts[i] > 0) && (wording.IsSingle || wording.Occurrence(places[i]) > 0))
                {
                    seen[places[i] >> 6] |= 1UL << (places[i] & 63);
                }
            }
        }
    }

    private static int CountOf(ulong[] seen, SegmentLayout layout, int segment)
    {
        var count = 0;
        for (var word = 0; word < seen.Length; word++)
        {
            count += BitOperations.PopCount(seen[word]);
            for (var bits = layout.IsWhole(segment) ? 0 : seen[word]; bits != 0; bits &= bits - 1)
            {
                count -= layout.Number(segment, (word << 6) + BitOperations.TrailingZeroCount(bits)) == SegmentLayout.Removed ? 1 : 0;
            }
        }
        return count;
    }
}
