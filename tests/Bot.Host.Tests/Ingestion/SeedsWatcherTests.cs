using System.Threading.Channels;
using Bot.Host.Ingestion;
using Bot.Host.Settings;
using Bot.Host.Tests.Support;
using Bot.Retrieval.Indexing;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Ingestion;

public sealed class SeedsWatcherTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeRetrieval _retrieval = new();

    public SeedsWatcherTests() => _folder.CreateFolder("seeds");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_changed_file_is_followed_by_a_reload()
    {
        var reloaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var build = _retrieval.Build;
        _retrieval.Build = (sources, progress, token) =>
        {
            reloaded.TrySetResult();
            return build(sources, progress, token);
        };
        using var watcher = Watcher(new SeedsSettings { Watch = true, DebounceSeconds = 0 }, TimeProvider.System);
        await watcher.StartAsync(CancellationToken.None);

        _folder.Write("seeds/new.txt", "new");

        await reloaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await watcher.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task It_watches_only_when_told_to()
    {
        using var watcher = Watcher(new SeedsSettings(), TimeProvider.System);

        await watcher.StartAsync(CancellationToken.None);

        await watcher.ExecuteTask!;
    }

    [Fact]
    public async Task Changes_that_keep_coming_put_the_reload_off()
    {
        var clock = new TimersByHand();
        var changes = Channel.CreateUnbounded<bool>();
        changes.Writer.TryWrite(true);
        var quiet = SeedsWatcher.UntilQuietAsync(changes.Reader, TimeSpan.FromSeconds(2), clock, CancellationToken.None);

        var first = await clock.NextAsync();
        changes.Writer.TryWrite(true);
        first();
        var second = await clock.NextAsync();
        Assert.False(quiet.IsCompleted);
        second();

        await quiet;
    }

    [Fact]
    public async Task Changes_that_never_end_do_not_put_the_reload_off_for_ever()
    {
        var clock = new ManualTimeProvider();
        var changes = Channel.CreateUnbounded<bool>();
        changes.Writer.TryWrite(true);
        var quiet = SeedsWatcher.UntilQuietAsync(changes.Reader, TimeSpan.FromSeconds(2), clock, CancellationToken.None);

        var waits = 0;
        while (await Task.WhenAny(quiet, clock.WhenWaitedForAsync()) != quiet)
        {
            changes.Writer.TryWrite(true);
            clock.Advance(TimeSpan.FromSeconds(2));
            waits++;
        }

        Assert.Equal(31, waits);
    }

    [Fact]
    public async Task A_storm_of_changes_gives_one_reload_and_a_change_during_it_another_after_it()
    {
        var clock = new ManualTimeProvider();
        var builds = Channel.CreateUnbounded<TaskCompletionSource>();
        var build = _retrieval.Build;
        _retrieval.Build = async (sources, progress, token) =>
        {
            var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            builds.Writer.TryWrite(held);
            await held.Task.WaitAsync(token);
            return await build(sources, progress, token);
        };
        using var watcher = Watcher(new SeedsSettings { Watch = true, DebounceSeconds = 2 }, clock);
        await watcher.StartAsync(CancellationToken.None);

        for (var i = 0; i < 1000; i++)
        {
            watcher.Signal();
        }
        var first = await NextBuildAsync();
        watcher.Signal();
        Assert.False(builds.Reader.TryRead(out _));
        first.SetResult();
        var second = await NextBuildAsync();
        second.SetResult();

        await watcher.StopAsync(CancellationToken.None);
        Assert.False(builds.Reader.TryRead(out _));

        async Task<TaskCompletionSource> NextBuildAsync()
        {
            var next = builds.Reader.ReadAsync().AsTask();
            while (await Task.WhenAny(next, clock.WhenWaitedForAsync()) != next)
            {
                clock.Advance(TimeSpan.FromSeconds(2));
            }
            return await next;
        }
    }

    [Fact]
    public async Task A_file_that_an_editor_puts_in_another_ones_place_is_seen()
    {
        _folder.Write("seeds/a.txt", "old");
        _folder.Write("a.new", "new");
        var reloaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var build = _retrieval.Build;
        _retrieval.Build = (sources, progress, token) =>
        {
            reloaded.TrySetResult();
            return build(sources, progress, token);
        };
        using var watcher = Watcher(new SeedsSettings { Watch = true, DebounceSeconds = 0 }, TimeProvider.System);
        await watcher.StartAsync(CancellationToken.None);

        File.Move(Path.Combine(_folder.Path, "a.new"), Path.Combine(_folder.Path, "seeds", "a.txt"), overwrite: true);

        await reloaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await watcher.StopAsync(CancellationToken.None);
    }

    private SeedsWatcher Watcher(SeedsSettings settings, TimeProvider clock)
    {
        var options = Options.Create(settings);
        var seeds = new SeedsLocation(new BotHome(_folder.Path, _folder.Path), options);
        var refresher = new IndexRefresher(_retrieval, new LiveIndex(), seeds, new SnapshotKeeper(new FakeSnapshots()), NullLogger<IndexRefresher>.Instance);
        return new(refresher, seeds, options, clock, NullLogger<SeedsWatcher>.Instance);
    }

    /// <summary>Timers that go off when the test says so.</summary>
    private sealed class TimersByHand : TimeProvider
    {
        private readonly Channel<Action> _timers = Channel.CreateUnbounded<Action>();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Writer.TryWrite(() => callback(state));
            return base.CreateTimer(static _ => { }, state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public ValueTask<Action> NextAsync() => _timers.Reader.ReadAsync();
    }
}
