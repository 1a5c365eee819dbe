namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>A part of a segment that one thread scans in one go.</summary>
/// <param name="Number">The segment's number in the layout.</param>
/// <param name="Segment">The segment.</param>
/// <param name="First">The first place, a multiple of <see cref="SignBlock.Size"/>.</param>
/// <param name="Count">How many vectors.</param>
internal sealed record VectorStretch(int Number, VectorSegment Segment, int First, int Count)
{
    private const int BytesAtOnce = 4 << 20;
    private const int CodesAtOnce = 32768;

    /// <summary>The codes to scan by; null where the vectors themselves are scanned.</summary>
    public SignCodes? Codes { get; init; } = Segment.Codes;

    /// <summary>What a scan costs, as bytes of vectors that are read in that time. Codes in the cache take four times as long as they are long.</summary>
    public long Cost => Codes is { } codes ? (long)Count * codes.BytesPerVector * 4 : (long)Count * Segment.Dimensions * sizeof(float);

    /// <summary>The stretches of a segment, each worth waking a thread for.</summary>
    public static IEnumerable<VectorStretch> Of(int number, VectorSegment segment, bool isExact)
    {
        var codes = isExact ? null : segment.Codes;
        var atOnce = codes is null ? Math.Max(1, BytesAtOnce / sizeof(float) / SignBlock.Size / Math.Max(1, segment.Dimensions)) * SignBlock.Size : CodesAtOnce;
        for (var first = 0; first < segment.Count; first += atOnce)
        {
            yield return new(number, segment, first, Math.Min(atOnce, segment.Count - first)) { Codes = codes };
        }
    }
}
