using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>Makes a segment of passages: ranges of them on several threads, then one segment of those of the ranges.</summary>
internal static class LexicalSegmentBuilder
{
    // What a range collects lies in one array. Shorter ranges are read faster, since their terms stay in a processor's cache,
    // but merging them costs more than that spares.
    private const int RangeLength = 131_072;

    // So that a few thousand passages, too, are shared by the threads.
    private const int ShortestRange = 256;
    private const int ReportEvery = 256;

    /// <param name="passages">In the order of their places.</param>
    /// <param name="workers">Threads, at least 1.</param>
    /// <param name="progress">Told how many passages are read.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    public static LexicalSegment Build(IReadOnlyList<Passage> passages, int workers, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        var length = Math.Clamp((passages.Count + workers - 1) / workers, ShortestRange, RangeLength);
        var ranges = new LexicalSegment[Math.Max(1, (passages.Count + length - 1) / length)];
        var done = 0;
        var options = BuildWorkers.LoopOptions(cancellationToken);
        options.MaxDegreeOfParallelism = Math.Min(workers, options.MaxDegreeOfParallelism);
        Parallel.For(0, ranges.Length, options, range =>
        {
            using var collector = new PassageCollector();
            for (var i = range * length; i < Math.Min(passages.Count, (range + 1) * length); i++)
            {
                if (Interlocked.Increment(ref done) is var count && count % ReportEvery == 1)
                {
                    progress?.Report(new(ReloadStage.Indexing, count - 1, passages.Count));
                }
                cancellationToken.ThrowIfCancellationRequested();
                collector.Add(passages[i]);
            }
            ranges[range] = collector.Build();
        });
        progress?.Report(new(ReloadStage.Indexing, passages.Count, passages.Count));
        return ranges is [var only]
            ? only
            : SegmentMerger.Merge(ranges, [.. ranges.Select((segment, range) => Enumerable.Range(range * length, segment.Passages.Count).ToArray())]);
    }
}
