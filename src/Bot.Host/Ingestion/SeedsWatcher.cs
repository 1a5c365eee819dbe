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
            await refresher.ReloadAsync(progress: null, stoppingToken);
        }
    }

    /// <summary>Waits until no signal has come for the given time.</summary>
    internal static async Task UntilQuietAsync(ChannelReader<bool> changes, TimeSpan quiet, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (changes.TryRead(out _))
        {
            await Task.Delay(quiet, clock, cancellationToken);
        }
    }

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => _changes.Writer.TryWrite(true);
        watcher.Created += (_, _) => _changes.Writer.TryWrite(true);
        watcher.Deleted += (_, _) => _changes.Writer.TryWrite(true);
        watcher.Renamed += (_, _) => _changes.Writer.TryWrite(true);
        // Too many changes at once: which ones is unknown, that there were some isn't.
        watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Files changed in {Folder}")]
        public static partial void Changed(ILogger logger, string folder);
    }
}
