namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>How a segment's terms are numbered in the whole index. Immutable.</summary>
internal sealed class SegmentTerms
{
    // Of the segment's terms, and, sorted, with the segment's numbers beside them; null for the segment whose numbers are the index's.
    private readonly int[]? _numbers;
    private readonly int[]? _sorted;
    private readonly int[]? _own;

    private SegmentTerms()
    {
    }

    private SegmentTerms(int[] numbers)
    {
        _numbers = numbers;
        _sorted = [.. numbers];
        _own = [.. Enumerable.Range(0, numbers.Length)];
        Array.Sort(_sorted, _own);
    }

    /// <summary>For the segment that gives the index its numbers.</summary>
    public static SegmentTerms Same { get; } = new();

    /// <summary>Numbers the terms of segments: those of the one with the most first, then what others add to them.</summary>
    /// <param name="segments">In order.</param>
    /// <param name="main">Which of them gives the numbers.</param>
    /// <param name="known">What was numbered before with the same main segment: as many of the first segments as are the same still.</param>
    /// <param name="count">How many terms the known ones have.</param>
    public static (SegmentTerms[] Terms, int Count) Of(IReadOnlyList<LexicalSegment> segments, int main, IReadOnlyList<SegmentTerms> known, int count)
    {
        var terms = new SegmentTerms[segments.Count];
        for (var segment = 0; segment < terms.Length; segment++)
        {
            if (segment < known.Count)
            {
                terms[segment] = known[segment];
            }
            else if (segment == main)
            {
                terms[segment] = Same;
            }
            else
            {
                terms[segment] = Number(segments, segment, main, terms, ref count);
            }
        }
        return (terms, count);
    }

    /// <summary>The index's number of a segment's term.</summary>
    public int NumberOf(int own) => _numbers is null ? own : _numbers[own];

    /// <summary>The segment's number of a term of the index, if the segment knows it.</summary>
    /// <param name="number">The index's.</param>
    /// <param name="segmentTerms">How many the segment has.</param>
    /// <param name="own">The segment's.</param>
    public bool TryGetOwn(int number, int segmentTerms, out int own)
    {
        if (_sorted is null)
        {
            own = number;
            return number < segmentTerms;
        }
        var place = Array.BinarySearch(_sorted, number);
        own = place < 0 ? -1 : _own![place];
        return place >= 0;
    }

    private static SegmentTerms Number(IReadOnlyList<LexicalSegment> segments, int segment, int main, SegmentTerms[] before, ref int count)
    {
        var dictionary = segments[segment].Terms;
        var numbers = new int[dictionary.Count];
        for (var own = 0; own < numbers.Length; own++)
        {
            numbers[own] = Find(dictionary[own], segments, segment, main, before) ?? count++;
        }
        return new(numbers);
    }

    private static int? Find(ReadOnlySpan<char> term, IReadOnlyList<LexicalSegment> segments, int segment, int main, SegmentTerms[] before)
    {
        if (segments[main].Terms.TryFind(term, out var found))
        {
            return found;
        }
        for (var other = 0; other < segment; other++)
        {
            if (other != main && segments[other].Terms.TryFind(term, out found))
            {
                return before[other].NumberOf(found);
            }
        }
        return null;
    }
}
