using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// Between a shard's connection and the handler: adding never waits, and the handler gets one event after another. Outlives the
/// shard's connections.
/// </summary>
internal sealed partial class EventQueue(IGatewayHandler handler, GatewayServices services, int shardId)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    // Unbounded by type, bounded by TryAdd: READY and RESUMED must never be refused.
    private readonly Channel<QueuedEvent> _events = Channel.CreateUnbounded<QueuedEvent>(new() { SingleReader = true });
    private readonly ILogger _logger = services.Loggers.CreateLogger<EventQueue>();
    private readonly Lock _gate = new();
    private TaskCompletionSource? _room;
    private long _busySince = -1;
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>How long the handler has been at one event; null when it isn't.</summary>
    public TimeSpan? Busy => Interlocked.Read(ref _busySince) is var since and >= 0 ? services.Clock.GetElapsedTime(since) : null;

    private bool HasRoom => Count <= services.Options.QueueCapacity / 2;

    /// <summary>False when the queue is full: the event is to be asked for again.</summary>
    public bool TryAdd(QueuedEvent item)
    {
        if (Count >= services.Options.QueueCapacity && item.Event is not (GatewayEvent.Ready or GatewayEvent.Resumed))
        {
            return false;
        }
        Interlocked.Increment(ref _count);
        item.Session.Queued(item.Sequence);
        return _events.Writer.TryWrite(item);
    }

    /// <summary>Completes when the queue is at most half full.</summary>
    public Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (HasRoom)
            {
                return Task.CompletedTask;
            }
            _room ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>No more events are added.</summary>
    public void Complete() => _events.Writer.TryComplete();

    /// <summary>Hands events over until the queue is completed and empty, or it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in _events.Reader.ReadAllAsync(cancellationToken))
            {
                await HandOverAsync(item, cancellationToken);
                item.Session.Done(item.Sequence);
                Interlocked.Decrement(ref _count);
                SignalRoom();
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            Log.LeftOver(_logger, shardId, Count);
        }
    }

    private async Task HandOverAsync(QueuedEvent item, CancellationToken cancellationToken)
    {
        var started = services.Clock.GetTimestamp();
        Interlocked.Exchange(ref _busySince, started);
        try
        {
            for (var failures = 0; !await TryHandOverAsync(item.Event, failures, cancellationToken) && failures + 1 < services.Options.HandlerAttempts; failures++)
            {
                await Task.Delay(BackOff.After(failures, FirstPause, LongestPause, services.Jitter), services.Clock, cancellationToken);
            }
        }
        finally
        {
            Interlocked.Exchange(ref _busySince, -1);
        }
        services.Metrics.EventHandled(services.Clock.GetElapsedTime(started));
    }

    private async Task<bool> TryHandOverAsync(GatewayEvent gatewayEvent, int failures, CancellationToken cancellationToken)
    {
        try
        {
            await handler.HandleAsync(gatewayEvent, cancellationToken);
            return true;
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            var isLast = failures + 1 >= services.Options.HandlerAttempts;
            if (isLast)
            {
                Log.Lost(_logger, ex, gatewayEvent.GetType().Name, shardId, failures + 1);
                services.Metrics.EventLost("handler");
            }
            else
            {
                Log.Failed(_logger, ex, gatewayEvent.GetType().Name, shardId);
            }
            return false;
        }
    }

    private void SignalRoom()
    {
        lock (_gate)
        {
            if (_room is not null && HasRoom)
            {
                _room.SetResult();
                _room = null;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The handler failed on {Event} of shard {Shard}; it is offered again")]
        public static partial void Failed(ILogger logger, Exception exception, string @event, int shard);

        [LoggerMessage(LogLevel.Error, "{Event} of shard {Shard} is lost: the handler failed on it {Attempts} times")]
        public static partial void Lost(ILogger logger, Exception exception, string @event, int shard, int attempts);

        [LoggerMessage(LogLevel.Information, "Shard {Shard} stopped with {Count} events not handed over; a kept session gets them again")]
        public static partial void LeftOver(ILogger logger, int shard, int count);
    }
}
