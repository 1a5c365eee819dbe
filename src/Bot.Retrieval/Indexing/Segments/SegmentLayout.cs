namespace Bot.Retrieval.Indexing.Segments;

/// <summary>
/// Where a snapshot keeps its passages. They are numbered in the order of their documents, however often some were replaced;
/// a segment holds those that were indexed together, in the same order, so that its numbers ascend. Immutable.
/// </summary>
internal sealed class SegmentLayout
{
    /// <summary>Stands for the number of a passage that was removed.</summary>
    public const int Removed = -1;

    private readonly int[]?[] _numbers;
    private readonly int[] _counts;
    private readonly (int Segment, int Place)[]? _places;

    private SegmentLayout(int[]?[] numbers, int[] counts, int passages, (int, int)[]? places) =>
        (_numbers, _counts, PassageCount, _places) = (numbers, counts, passages, places);

    /// <summary>No segment at all.</summary>
    public static SegmentLayout Empty { get; } = new([], [], 0, null);

    public int SegmentCount => _numbers.Length;

    /// <summary>Those that aren't removed.</summary>
    public int PassageCount { get; }

    /// <summary>One segment, none of whose passages is removed.</summary>
    public static SegmentLayout Single(int passages) => new([null], [passages], passages, null);

    /// <param name="numbers">For each segment and place the passage's number, ascending within a segment, or <see cref="Removed"/>.</param>
    /// <exception cref="ArgumentException">Numbers are missing, occur twice, or don't ascend.</exception>
    public static SegmentLayout Of(IReadOnlyList<int[]> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var passages = numbers.Sum(segment => segment.Count(number => number != Removed));
        if (numbers is [var only] && only.Length == passages && passages > 0 && only[0] == 0 && only[^1] == passages - 1)
        {
            return Single(passages);
        }
        var places = new (int, int)[passages];
        Array.Fill(places, (Removed, Removed));
        for (var segment = 0; segment < numbers.Count; segment++)
        {
            Place(numbers[segment], segment, places);
        }
        return new([.. numbers], [.. numbers.Select(segment => segment.Length)], passages, places);
    }

    /// <summary>How many passages a segment holds, the removed ones counted.</summary>
    public int CountOf(int segment) => _counts[segment];

    /// <summary>Whether a passage's place in the segment is its number and none is removed; such a segment is the only one.</summary>
    public bool IsWhole(int segment) => _numbers[segment] is null;

    /// <summary>The passage's number, or <see cref="Removed"/>.</summary>
    public int Number(int segment, int place) => _numbers[segment] is { } numbers ? numbers[place] : place;

    /// <summary>All numbers of a segment by place; not for one that <see cref="IsWhole"/>.</summary>
    public ReadOnlySpan<int> Numbers(int segment) => _numbers[segment];

    /// <summary>Where a passage is kept.</summary>
    public (int Segment, int Place) PlaceOf(int passage) => _places is null ? (0, passage) : _places[passage];

    private static void Place(int[] numbers, int segment, (int, int)[] places)
    {
        var before = -1;
        for (var place = 0; place < numbers.Length; place++)
        {
            var number = numbers[place];
            if (number == Removed)
            {
                continue;
            }
            if (number <= before || number >= places.Length || places[number] != (Removed, Removed))
            {
                throw new ArgumentException($"Passage {number} comes twice, is missing or is out of order.", nameof(numbers));
            }
            places[number] = (segment, place);
            before = number;
        }
    }
}
