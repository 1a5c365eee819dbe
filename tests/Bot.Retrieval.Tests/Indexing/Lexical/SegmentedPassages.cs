using System.Collections.Immutable;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Indexing.Segments;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Tests.Indexing.Lexical;

/// <summary>Passages in several segments, some of them removed.</summary>
/// <param name="Segments">The segments.</param>
/// <param name="Numbers">For each segment and place the number, or −1.</param>
/// <param name="Live">The passages by number.</param>
internal sealed record SegmentedPassages(ImmutableArray<LexicalSegment> Segments, int[][] Numbers, IReadOnlyList<Passage> Live)
{
    public SegmentLayout Layout => SegmentLayout.Of(Numbers);

    /// <summary>Shared out to a few segments at random; some aren't live.</summary>
    public static SegmentedPassages Of(int seed, int passages)
    {
        var random = new Random(seed);
        var all = RandomPassages.Of(seed, passages);
        var segments = 1 + random.Next(4);
        var of = all.Select(_ => (Segment: random.Next(segments), IsLive: random.Next(4) > 0)).ToArray();
        // Each segment has a passage.
        for (var i = 0; i < segments; i++)
        {
            of[i].Segment = i;
        }
        var live = Enumerable.Range(0, passages).Where(i => of[i].IsLive).ToList();
        var parts = Enumerable.Range(0, segments).Select(segment => Enumerable.Range(0, passages).Where(i => of[i].Segment == segment).ToArray()).ToArray();
        return new(
            [.. parts.Select(part => Build(part.Select(i => all[i])))],
            [.. parts.Select(part => part.Select(i => live.IndexOf(i)).ToArray())],
            live.ConvertAll(i => all[i]));
    }

    /// <summary>Some passages removed, and a segment of new ones put between the others.</summary>
    public SegmentedPassages Change(int seed)
    {
        var random = new Random(seed);
        var added = RandomPassages.Of(seed, 1 + random.Next(60));
        var next = new List<(Passage Passage, int Old, int Added)>();
        for (var (old, fresh) = (0, 0); old < Live.Count || fresh < added.Length;)
        {
            if (fresh < added.Length && (old == Live.Count || random.Next(3) == 0))
            {
                next.Add((added[fresh], -1, fresh++));
            }
            else if (random.Next(5) > 0)
            {
                next.Add((Live[old], old++, -1));
            }
            else
            {
                old++;
            }
        }
        return new(
            Segments.Add(Build(added)),
            [.. Numbers.Select(numbers => numbers.Select(number => number < 0 ? -1 : next.FindIndex(entry => entry.Old == number)).ToArray()), [.. Enumerable.Range(0, added.Length).Select(i => next.FindIndex(entry => entry.Added == i))]],
            next.ConvertAll(entry => entry.Passage));
    }

    private static LexicalSegment Build(IEnumerable<Passage> passages) => LexicalSegmentBuilder.Build([.. passages], workers: 1, progress: null, CancellationToken.None);
}
