using System.Collections.Immutable;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing.Segments;

/// <summary>How the next snapshot is made: which of the last one's segments go on, and which passages are indexed anew.</summary>
internal sealed record SegmentPlan
{
    /// <summary>The last snapshot's segments that go on, by their place there, in order.</summary>
    public required ImmutableArray<int> Kept { get; init; }

    /// <summary>Passages for one new segment, in order; it stands behind those that go on. Empty where there is none.</summary>
    public required ImmutableArray<Passage> New { get; init; }

    /// <summary>The last snapshot's passages that segments which go on still hold, by their number there.</summary>
    public required ImmutableArray<int> Removed { get; init; }

    /// <summary>Of the segments that go on and the new one.</summary>
    public required SegmentLayout Layout { get; init; }

    /// <summary>Everything is indexed anew.</summary>
    public static SegmentPlan Anew(ImmutableArray<Passage> passages) => new()
    {
        Kept = [],
        New = passages,
        Removed = [],
        Layout = passages.IsEmpty ? SegmentLayout.Empty : SegmentLayout.Single(passages.Length),
    };

    /// <param name="previous">The last snapshot.</param>
    /// <param name="sources">Each file's passages, in the order of the new snapshot; unchanged ones are the very objects of the last.</param>
    public static SegmentPlan After(IndexSnapshot previous, IReadOnlyList<ImmutableArray<Passage>> sources)
    {
        var numbers = Enumerable.Range(0, previous.Layout.SegmentCount).Select(segment => Blank(previous.Layout.CountOf(segment))).ToArray();
        var (fresh, freshNumbers) = (ImmutableArray.CreateBuilder<Passage>(), new List<int>());
        var (number, last) = (0, -1);
        foreach (var passages in sources)
        {
            var start = StartIn(previous, passages);
            // Files come in the order of their names. Where that changed, or one comes twice, a segment's numbers would no longer ascend.
            if (start >= 0 && start <= last)
            {
                return Anew([.. sources.SelectMany(source => source)]);
            }
            for (var i = 0; i < passages.Length; i++, number++)
            {
                if (start < 0)
                {
                    fresh.Add(passages[i]);
                    freshNumbers.Add(number);
                    continue;
                }
                last = start + i;
                var (segment, place) = previous.Layout.PlaceOf(last);
                numbers[segment][place] = number;
            }
        }
        return Of(previous, numbers, fresh.ToImmutable(), freshNumbers);
    }

    private static SegmentPlan Of(IndexSnapshot previous, int[][] numbers, ImmutableArray<Passage> fresh, List<int> freshNumbers)
    {
        ImmutableArray<int> kept = [.. Enumerable.Range(0, numbers.Length).Where(segment => numbers[segment].AsSpan().ContainsAnyExcept(SegmentLayout.Removed))];
        var removed = ImmutableArray.CreateBuilder<int>();
        foreach (var segment in kept)
        {
            for (var place = 0; place < numbers[segment].Length; place++)
            {
                if (numbers[segment][place] == SegmentLayout.Removed && previous.Layout.Number(segment, place) is not SegmentLayout.Removed and var gone)
                {
                    removed.Add(gone);
                }
            }
        }
        IEnumerable<int[]> all = kept.Select(segment => numbers[segment]);
        return new()
        {
            Kept = kept,
            New = fresh,
            Removed = removed.ToImmutable(),
            Layout = SegmentLayout.Of([.. fresh.IsEmpty ? all : all.Append([.. freshNumbers])]),
        };
    }

    // Where all of them stand, one behind the other.
    private static int StartIn(IndexSnapshot previous, ImmutableArray<Passage> passages)
    {
        if (passages.IsEmpty || !previous.PassageNumbers.TryGetValue(passages[0].Id, out var start) || passages.Length > previous.Passages.Length - start)
        {
            return SegmentLayout.Removed;
        }
        for (var i = 0; i < passages.Length; i++)
        {
            if (!ReferenceEquals(previous.Passages[start + i], passages[i]))
            {
                return SegmentLayout.Removed;
            }
        }
        return start;
    }

    private static int[] Blank(int count)
    {
        var numbers = new int[count];
        Array.Fill(numbers, SegmentLayout.Removed);
        return numbers;
    }
}
