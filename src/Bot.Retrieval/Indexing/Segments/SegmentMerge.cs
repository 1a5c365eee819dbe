using System.Collections.Immutable;

namespace Bot.Retrieval.Indexing.Segments;

/// <summary>Several segments that become one, so that a search has few to look through and what was removed gives its memory back.</summary>
internal sealed record SegmentMerge
{
    /// <summary>Each further one costs every search a little.</summary>
    public const int MostSegments = 6;

    private const double MostRemoved = 0.25;

    // Smaller ones are merged without the largest as long as that spares work.
    private const double ShareOfLargest = 0.5;

    /// <summary>The merged segments, by their place in the layout before, in order.</summary>
    public required ImmutableArray<int> Merged { get; init; }

    /// <summary>The segments that stay as they are, by their place in the layout before, in order.</summary>
    public required ImmutableArray<int> Kept { get; init; }

    /// <summary>For each merged segment and place in it, the place in the new one, or <see cref="SegmentLayout.Removed"/>.</summary>
    public required ImmutableArray<int[]> Places { get; init; }

    /// <summary>The segments that stay, and behind them the new one.</summary>
    public required SegmentLayout Layout { get; init; }

    /// <summary>What should be merged; null where nothing should.</summary>
    public static SegmentMerge? Choose(SegmentLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var live = Enumerable.Range(0, layout.SegmentCount).Select(segment => Live(layout, segment)).ToArray();
        var merged = Enumerable.Range(0, live.Length).Where(segment => live[segment] < layout.CountOf(segment) * (1 - MostRemoved)).ToHashSet();
        if (live.Length > MostSegments)
        {
            var largest = live.IndexOf(live.Max());
            merged.UnionWith(Enumerable.Range(0, live.Length).Where(segment => segment != largest));
            if (merged.Sum(segment => live[segment]) > live[largest] * ShareOfLargest)
            {
                merged.Add(largest);
            }
        }
        return merged.Count == 0 ? null : Of(layout, [.. merged.Order()]);
    }

    /// <param name="layout">The layout before.</param>
    /// <param name="merged">At least one of its segments, in order.</param>
    public static SegmentMerge Of(SegmentLayout layout, ImmutableArray<int> merged)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ImmutableArray<int> kept = [.. Enumerable.Range(0, layout.SegmentCount).Except(merged)];
        var numbers = merged.SelectMany(segment => NumbersOf(layout, segment)).Where(number => number != SegmentLayout.Removed).Order().ToArray();
        return new()
        {
            Merged = merged,
            Kept = kept,
            Places = [.. merged.Select(segment => PlacesOf(layout, segment, numbers))],
            Layout = SegmentLayout.Of([.. kept.Select(segment => NumbersOf(layout, segment)), numbers]),
        };
    }

    private static int[] PlacesOf(SegmentLayout layout, int segment, int[] numbers)
    {
        var places = new int[layout.CountOf(segment)];
        for (var place = 0; place < places.Length; place++)
        {
            var number = layout.Number(segment, place);
            places[place] = number == SegmentLayout.Removed ? SegmentLayout.Removed : Array.BinarySearch(numbers, number);
        }
        return places;
    }

    private static int[] NumbersOf(SegmentLayout layout, int segment) =>
        layout.IsWhole(segment) ? [.. Enumerable.Range(0, layout.CountOf(segment))] : layout.Numbers(segment).ToArray();

    private static int Live(SegmentLayout layout, int segment) =>
        layout.IsWhole(segment) ? layout.CountOf(segment) : layout.CountOf(segment) - layout.Numbers(segment).Count(SegmentLayout.Removed);
}
