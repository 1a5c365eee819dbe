using Bot.Retrieval.Indexing.Segments;
using Bot.Retrieval.Lexicon;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval.Indexing;

/// <summary>Reads and indexes, and says what changed.</summary>
internal sealed partial class IndexBuilder(
    SourceReader reader, PassageIndexer indexer, PassageEmbedder embedder, LexiconSource lexicon, LiveIndex live, TimeProvider clock, ILogger<IndexBuilder> logger) : IIndexBuilder
{
    // Those that were being answered from a snapshot when it was replaced are done by then, unless they wait for a model.
    private static readonly TimeSpan LastQuestions = TimeSpan.FromSeconds(2);

    public async Task<BuildOutcome> BuildAsync(
        IndexSnapshot previous, IReadOnlyList<string> sources, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(sources);
        var started = clock.GetTimestamp();
        progress = progress is null ? null : new ReloadMeter(progress, clock);
        if (previous == IndexSnapshot.Empty)
        {
            // Embedding will ask for it, and reading files leaves a core free.
            _ = Task.Run(() => lexicon.Lexicon, cancellationToken);
        }
        using var workers = BuildWorkers.Beside(live);
        return await workers.RunAsync(() => BuildAsync(previous, sources, started, progress, cancellationToken), cancellationToken);
    }

    public void Settle(IndexSnapshot snapshot, IndexSnapshot replaced)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(replaced);
        // Of a kept snapshot the clauses are put together when somebody asks for one.
        _ = Task.Run(() => (snapshot.Clauses, lexicon.Lexicon), CancellationToken.None);
        if (replaced != IndexSnapshot.Empty && !snapshot.SharesWordsWith(replaced))
        {
            _ = GiveBackAsync(clock);
        }
    }

    private async Task<BuildOutcome> BuildAsync(
        IndexSnapshot previous, IReadOnlyList<string> sources, long started, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        switch (await reader.ReadAsync(previous, sources, progress, cancellationToken))
        {
            case SourcesRead.Failed failed:
                return new BuildOutcome.Failed(failed.Reason);
            case SourcesRead.Read read:
                return await IndexAsync(previous, read, started, progress, cancellationToken);
            case var other:
                throw new InvalidOperationException(other.ToString());
        }
    }

    public async Task<IndexSnapshot> MergeAsync(IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (SegmentMerge.Choose(snapshot.Layout) is not { } merge)
        {
            return snapshot;
        }
        using var workers = BuildWorkers.Beside(live);
        return await workers.RunAsync(() => Task.FromResult(SnapshotMerger.Merge(snapshot, merge, cancellationToken)), cancellationToken);
    }

    private async Task<BuildOutcome> IndexAsync(
        IndexSnapshot previous, SourcesRead.Read read, long started, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            if (embedder.Made(previous) && read.Unchanged(previous) is { } same)
            {
                return new BuildOutcome.Built(same, Changes.None(same) with { Duration = clock.GetElapsedTime(started) });
            }
            var (snapshot, made, reused) = await indexer.IndexAsync(read, previous, progress, cancellationToken);
            var report = Changes.Between(previous, snapshot) with { EmbeddingsMade = made, EmbeddingsReused = reused, Duration = clock.GetElapsedTime(started) };
            return new BuildOutcome.Built(snapshot, report);
        }
        catch (EmbeddingException ex)
        {
            Log.EmbeddingFailed(logger, ex.InnerException!);
            return new BuildOutcome.Failed($"The passages couldn't be embedded ({ex.Message}): check the embedding settings and reload.");
        }
    }

    // What was replaced would lie in memory beside the new until the collector finds reason to look through the whole heap, which may
    // be in the middle of the next build. Questions go on meanwhile.
    private static async Task GiveBackAsync(TimeProvider clock)
    {
        await Task.Delay(LastQuestions, clock, CancellationToken.None);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Embedding failed; the last index stays")]
        public static partial void EmbeddingFailed(ILogger logger, Exception exception);
    }
}
