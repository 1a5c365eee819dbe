using System.Threading.Channels;
using Bot.Host.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Ingestion;

/// <summary>Reloads when files below the seeds folder change, once they have been quiet for a while.</summary>
internal sealed partial class SeedsWatcher(
    IndexRefresher refresher, SeedsLocation seeds, IOptions<SeedsSettings> settings, TimeProvider clock, ILogger<SeedsWatcher> logger)
    : BackgroundService
{
    // So many pauses: what is written to all the time mustn't put the reload off for ever.
    private const int LongestWait = 30;

    // One signal is enough: what matters is that something changed.
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private FileSystemWatcher? _watcher;

    // Before the host has started, so that no change after that is missed.
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _watcher = settings.Value.Watch && seeds.Find() is { } folder ? Watch(folder) : null;
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _watcher?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_watcher is null)
        {
            return;
        }
        var quiet = TimeSpan.FromSeconds(settings.Value.DebounceSeconds);
        while (await _changes.Reader.WaitToReadAsync(stoppingToken))
        {
            await UntilQuietAsync(_changes.Reader, quiet, clock, stoppingToken);
            Log.Changed(logger, _watcher.Path);
            await refresher.ReloadAnewAsync(stoppingToken);
        }
    }

    /// <summary>Says that something changed.</summary>
    internal void Signal() => _changes.Writer.TryWrite(true);

    /// <summary>Waits until no signal has come for the given time, or they have kept coming for thirty times as long.</summary>
    internal static async Task UntilQuietAsync(ChannelReader<bool> changes, TimeSpan quiet, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (changes.TryRead(out _) && clock.GetElapsedTime(started) <= quiet * LongestWait)
        {
            await Task.Delay(quiet, clock, cancellationToken);
        }
    }

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => Signal();
        watcher.Created += (_, _) => Signal();
        watcher.Deleted += (_, _) => Signal();
        watcher.Renamed += (_, _) => Signal();
        // Too many changes at once: which ones is unknown, that there were some isn't.
        watcher.Error += (_, _) => Signal();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Files changed in {Folder}")]
        public static partial void Changed(ILogger logger, string folder);
    }
}
