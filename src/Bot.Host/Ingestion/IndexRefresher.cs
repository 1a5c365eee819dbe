using Bot.Retrieval.Indexing;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Ingestion;

/// <summary>
/// Reloads the index: one reload at a time, and whoever asks meanwhile joins it. The old index answers until the new one
/// is complete, and stays if the new one doesn't come about. Safe for concurrent use.
/// </summary>
internal sealed partial class IndexRefresher(IIndexBuilder builder, LiveIndex index, SeedsLocation seeds, SnapshotKeeper keeper, ILogger<IndexRefresher> logger) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RunningReload? _running;
    private Task _merging = Task.CompletedTask;

    /// <summary>Completes with the first index.</summary>
    public Task Loaded => _loaded.Task;

    /// <param name="progress">Told often, also when joining a reload; may be null.</param>
    /// <param name="cancellationToken">Ends the waiting with <see cref="OperationCanceledException"/>; the reload itself
    /// ends when nobody waits for it any more.</param>
    public async Task<ReloadOutcome> ReloadAsync(IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reload = Join(progress);
        try
        {
            return await reload.Outcome.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_gate)
            {
                reload.Leave(progress);
            }
        }
    }

    /// <summary>Reloads what has changed until now: a reload that is on its way may have looked before, so it is waited for, not joined.</summary>
    /// <param name="cancellationToken">Ends the waiting with <see cref="OperationCanceledException"/>.</param>
    public async Task<ReloadOutcome> ReloadAnewAsync(CancellationToken cancellationToken)
    {
        await Running().WaitAsync(cancellationToken);
        return await ReloadAsync(progress: null, cancellationToken);
    }

    // The source itself is left to the collector: whoever still joins must see that it was cancelled.
    public void Dispose() => _stopping.Cancel();

    private Task Running()
    {
        lock (_gate)
        {
            return _running?.Outcome ?? Task.CompletedTask;
        }
    }

    private RunningReload Join(IProgress<ReloadProgress>? progress)
    {
        lock (_gate)
        {
            var joined = _running is { CanBeJoined: true } ? _running : new RunningReload(_stopping.Token);
            joined.Join(progress);
            if (joined != _running)
            {
                // One that was given up may still be on its way out; the next one waits for it.
                var before = Running();
                joined.Start(token => RunAsync(before, joined, token));
                _running = joined;
            }
            return joined;
        }
    }

    private async Task<ReloadOutcome> RunAsync(Task before, RunningReload reload, CancellationToken cancellationToken)
    {
        try
        {
            await before;
            await _merging;
            return await BuildAsync(reload, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new ReloadOutcome.Cancelled();
        }
        catch (Exception ex)
        {
            Log.Failed(logger, ex);
            return new ReloadOutcome.Failed($"The documents could not be loaded: {ex.Message}");
        }
        finally
        {
            lock (_gate)
            {
                reload.Finish();
                _merging = MergeAsync(_merging, _stopping.Token);
                _running = _running == reload ? null : _running;
            }
        }
    }

    private async Task<ReloadOutcome> BuildAsync(IProgress<ReloadProgress> progress, CancellationToken cancellationToken)
    {
        if (seeds.Find() is not { } folder)
        {
            return new ReloadOutcome.NoSeeds(seeds.WhereItWasLookedFor());
        }
        var previous = index.Current == IndexSnapshot.Empty ? keeper.Load(folder) : index.Current;
        var outcome = await builder.BuildAsync(previous, [folder], progress, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        switch (outcome)
        {
            case BuildOutcome.Built(var snapshot, var report):
                index.Publish(snapshot);
                if (snapshot != previous)
                {
                    keeper.Keep(snapshot, folder);
                }
                _loaded.TrySetResult();
                Log.Reloaded(logger, report.Documents, report.Passages, report.Quarantined.Length, report.Duration);
                builder.Settle(snapshot, previous);
                return new ReloadOutcome.Reloaded(report);
            case BuildOutcome.Failed(var reason):
                Log.NotBuilt(logger, reason);
                return new ReloadOutcome.Failed(reason);
            default:
                throw new NotSupportedException($"Unknown outcome {outcome}.");
        }
    }

    // What a reload leaves is put together once it is published, so that nobody waits for that but the next reload.
    private async Task MergeAsync(Task before, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var snapshot = index.Current;
            var merged = await builder.MergeAsync(snapshot, cancellationToken);
            if (merged != snapshot && seeds.Find() is { } folder)
            {
                index.Publish(merged);
                keeper.Keep(merged, folder);
                Log.Merged(logger, snapshot.Passages.Length);
                builder.Settle(merged, snapshot);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process ends; the next one merges.
        }
        catch (Exception ex)
        {
            Log.NotMerged(logger, ex);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Loaded {Documents} documents in {Passages} passages, {Quarantined} left out, in {Duration}")]
        public static partial void Reloaded(ILogger logger, int documents, int passages, int quarantined, TimeSpan duration);

        [LoggerMessage(LogLevel.Warning, "The index stays as it was: {Reason}")]
        public static partial void NotBuilt(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "The index stays as it was: building the new one failed")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Debug, "Merged the pieces of the index of {Passages} passages")]
        public static partial void Merged(ILogger logger, int passages);

        [LoggerMessage(LogLevel.Error, "The pieces of the index couldn't be merged; it is searched as it is")]
        public static partial void NotMerged(ILogger logger, Exception exception);
    }
}
