using Bot.Host.Ingestion;
using Bot.Host.Settings;
using Bot.Host.Tests.Support;
using Bot.Retrieval.Indexing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Ingestion;

public sealed class IndexRefresherTests : IAsyncDisposable, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeRetrieval _retrieval = new();
    private readonly LiveIndex _index = new();
    private readonly FakeSnapshots _snapshots = new();
    private readonly SnapshotKeeper _keeper;
    private readonly IndexRefresher _refresher;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<BuildOutcome> _built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _builds;

    public IndexRefresherTests()
    {
        _folder.CreateFolder("seeds");
        var seeds = new SeedsLocation(new BotHome(_folder.Path, _folder.Path), Options.Create(new SeedsSettings()));
        _keeper = new(_snapshots);
        _refresher = new(_retrieval, _index, seeds, _keeper, NullLogger<IndexRefresher>.Instance);
        _retrieval.Build = async (_, progress, token) =>
        {
            Interlocked.Increment(ref _builds);
            progress?.Report(new ReloadProgress(ReloadStage.Reading, 1, 2));
            _started.TrySetResult();
            return await _built.Task.WaitAsync(token);
        };
    }

    public ValueTask DisposeAsync() => _keeper.DisposeAsync();

    public void Dispose()
    {
        _refresher.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_second_asker_joins_the_running_reload()
    {
        var progress = new LatestOf();
        var first = _refresher.ReloadAsync(progress, CancellationToken.None);
        await _started.Task;
        var second = _refresher.ReloadAsync(progress: null, CancellationToken.None);
        var built = Built("r1");

        _built.SetResult(built);

        Assert.Equal([built.Report, built.Report], [ReportOf(await first), ReportOf(await second)]);
        Assert.Equal(1, _builds);
        Assert.Equal(new ReloadProgress(ReloadStage.Reading, 1, 2), progress.Value);
    }

    [Fact]
    public async Task Who_knows_of_a_change_is_not_given_the_reload_that_began_before_it()
    {
        var first = _refresher.ReloadAsync(progress: null, CancellationToken.None);
        await _started.Task;
        var second = _refresher.ReloadAnewAsync(CancellationToken.None);

        _built.SetResult(Built("r1"));

        await Task.WhenAll(first, second);
        Assert.Equal(2, _builds);
    }

    [Fact]
    public async Task The_new_snapshot_is_published_once_the_reload_is_complete()
    {
        var before = _index.Current;
        var reload = _refresher.ReloadAsync(progress: null, CancellationToken.None);
        await _started.Task;
        Assert.Same(before, _index.Current);
        var built = Built("r1");

        _built.SetResult(built);
        await reload;

        Assert.Same(built.Snapshot, _index.Current);
    }

    [Fact]
    public async Task One_who_stops_waiting_does_not_end_the_reload_of_the_others()
    {
        using var impatience = new CancellationTokenSource();
        var first = _refresher.ReloadAsync(progress: null, impatience.Token);
        await _started.Task;
        var second = _refresher.ReloadAsync(progress: null, CancellationToken.None);

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _built.SetResult(Built("r1"));

        Assert.IsType<ReloadOutcome.Reloaded>(await second);
    }

    [Fact]
    public async Task A_cancelled_reload_leaves_the_old_index_and_the_next_one_starts_anew()
    {
        var before = _index.Current;
        using var cancellation = new CancellationTokenSource();
        var first = _refresher.ReloadAsync(progress: null, cancellation.Token);
        await _started.Task;

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Same(before, _index.Current);
        var second = _refresher.ReloadAsync(progress: null, CancellationToken.None);
        _built.SetResult(Built("r2"));

        Assert.Equal("r2", ReportOf(await second).Revision);
        Assert.Equal(2, _builds);
    }

    [Fact]
    public async Task A_failed_reload_leaves_the_old_index_and_says_why()
    {
        var before = _index.Current;
        _built.SetResult(new BuildOutcome.Failed("The disk is full."));

        var outcome = await _refresher.ReloadAsync(progress: null, CancellationToken.None);

        Assert.Equal(new ReloadOutcome.Failed("The disk is full."), outcome);
        Assert.Same(before, _index.Current);
    }

    [Fact]
    public async Task An_unplanned_failure_is_a_failed_reload_too_and_the_next_one_can_succeed()
    {
        var usual = _retrieval.Build;
        _retrieval.Build = (_, _, _) => throw new InvalidOperationException("Nobody planned this.");
        var failed = Assert.IsType<ReloadOutcome.Failed>(await _refresher.ReloadAsync(progress: null, CancellationToken.None));
        Assert.Contains("Nobody planned this.", failed.Reason, StringComparison.Ordinal);

        _retrieval.Build = usual;
        _built.SetResult(Built("r1"));

        Assert.IsType<ReloadOutcome.Reloaded>(await _refresher.ReloadAsync(progress: null, CancellationToken.None));
    }

    [Fact]
    public async Task Stopping_the_host_cancels_the_reload()
    {
        var reload = _refresher.ReloadAsync(progress: null, CancellationToken.None);
        await _started.Task;

        _refresher.Dispose();

        Assert.IsType<ReloadOutcome.Cancelled>(await reload);
    }

    [Fact]
    public async Task Without_a_seeds_folder_it_says_where_it_looked()
    {
        Directory.Delete(Path.Combine(_folder.Path, "seeds"));

        var missing = Assert.IsType<ReloadOutcome.NoSeeds>(await _refresher.ReloadAsync(progress: null, CancellationToken.None));

        Assert.Contains(Path.Combine(_folder.Path, "seeds"), missing.Reason, StringComparison.Ordinal);
        Assert.Equal(0, _builds);
    }

    [Fact]
    public async Task The_first_reload_goes_on_from_the_kept_snapshot_and_the_next_one_from_the_published()
    {
        _snapshots.Kept = new IndexSnapshot();
        var built = Built("r1");
        _built.SetResult(built);

        await _refresher.ReloadAsync(progress: null, CancellationToken.None);
        Assert.Same(_snapshots.Kept, _retrieval.Previous);
        await _refresher.ReloadAsync(progress: null, CancellationToken.None);

        Assert.Same(built.Snapshot, _retrieval.Previous);
    }

    [Fact]
    public async Task A_published_snapshot_is_kept_without_anybody_waiting_for_it()
    {
        var saving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _snapshots.MaySave = saving.Task;
        var built = Built("r1");
        _built.SetResult(built);

        await _refresher.ReloadAsync(progress: null, CancellationToken.None);
        Assert.Same(built.Snapshot, _index.Current);
        Assert.Empty(_snapshots.Saved);
        saving.SetResult();
        await _keeper.DisposeAsync();

        Assert.Equal([built.Snapshot], _snapshots.Saved);
    }

    [Fact]
    public async Task A_snapshot_that_is_the_kept_one_still_is_not_written_again()
    {
        _snapshots.Kept = new IndexSnapshot();
        _built.SetResult(new BuildOutcome.Built(_snapshots.Kept, new ReloadReport { Revision = "r1" }));

        await _refresher.ReloadAsync(progress: null, CancellationToken.None);
        await _keeper.DisposeAsync();

        Assert.Same(_snapshots.Kept, _index.Current);
        Assert.Empty(_snapshots.Saved);
    }

    [Fact]
    public async Task A_failed_reload_keeps_nothing()
    {
        _built.SetResult(new BuildOutcome.Failed("The disk is full."));

        await _refresher.ReloadAsync(progress: null, CancellationToken.None);
        await _keeper.DisposeAsync();

        Assert.Empty(_snapshots.Saved);
    }

    private static BuildOutcome.Built Built(string revision) => new(new IndexSnapshot(), new ReloadReport { Revision = revision });

    private static ReloadReport ReportOf(ReloadOutcome outcome) => Assert.IsType<ReloadOutcome.Reloaded>(outcome).Report;

    private sealed class LatestOf : IProgress<ReloadProgress>
    {
        public ReloadProgress Value { get; private set; }

        public void Report(ReloadProgress value) => Value = value;
    }
}
