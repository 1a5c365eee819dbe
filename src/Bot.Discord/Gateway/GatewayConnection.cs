using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// One connection from opening to end: a task that reads, one that sends and one that beats, all awaited before
/// <see cref="RunAsync"/> returns. Runs once.
/// </summary>
internal sealed partial class GatewayConnection(
    GatewayServices services, int shardId, EventIntake intake, ConnectionOpening opening, Action<ShardState> stateChanged) : IAsyncDisposable
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(1.5);
    private const int ShownBytes = 16;

    private readonly TaskCompletionSource<ConnectionEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _alive = new();
    private readonly IGatewayTransport _transport = services.Transports.Create();
    private readonly ILogger _logger = services.Loggers.CreateLogger<GatewayConnection>();
    private readonly TimeProvider _clock = services.Clock;
    private volatile string? _awaited;
    private GatewaySender? _sender;
    private Heartbeat? _heartbeat;
    private Task _beating = Task.CompletedTask;
    private ITimer? _deadline;
    private long _heardAt = services.Clock.GetTimestamp();
    private long _interval;
    private long _latency = -1;
    private long _establishedAt = -1;

    /// <summary>From the last heartbeat to its acknowledgement; null before the first.</summary>
    public TimeSpan? Latency => Interlocked.Read(ref _latency) is var ticks and >= 0 ? TimeSpan.FromTicks(ticks) : null;

    /// <summary>Since READY or RESUMED; null before.</summary>
    public TimeSpan? EstablishedFor => Interlocked.Read(ref _establishedAt) is var since and >= 0 ? _clock.GetElapsedTime(since) : null;

    /// <summary>Nothing was heard for longer than heartbeats could explain, so that the heartbeat itself must have failed.</summary>
    public bool IsOverdue => Interlocked.Read(ref _interval) is var interval and > 0
        && _clock.GetElapsedTime(Interlocked.Read(ref _heardAt)) > TimeSpan.FromTicks(3 * interval);

    /// <param name="ending">Read when stopping: which code to close with.</param>
    /// <param name="stop">Ends the connection, with that code.</param>
    public async Task<ConnectionEnd> RunAsync(Func<SessionEnding> ending, CancellationToken stop)
    {
        _deadline = _clock.CreateTimer(_ => TimeOut(), null, services.Options.ConnectTimeout, Timeout.InfiniteTimeSpan);
        var stopping = stop.Register(() => End(new ConnectionEnd.Stopped()));
        try
        {
            if (await ConnectAsync())
            {
                _sender = new(_transport, _clock);
                var reading = OwnAsync(ReadAsync);
                var sending = OwnAsync(_sender.RunAsync);
                await CloseAsync(await _ended.Task, ending, reading);
                await _alive.CancelAsync();
                _transport.Abort();
                await Task.WhenAll(reading, sending);
                await _beating;
            }
            return await _ended.Task;
        }
        finally
        {
            await stopping.DisposeAsync();
            await _deadline.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transport.DisposeAsync();
        _alive.Dispose();
    }

    /// <summary>Ends the connection from outside; only the first end counts.</summary>
    public void End(ConnectionEnd end) => _ended.TrySetResult(end);

    /// <summary>Sends within the limits; does nothing once the connection is over.</summary>
    public async Task SendLimitedAsync(byte[] payload, CancellationToken cancellationToken)
    {
        if (_sender is { } sender && EstablishedFor is not null && !_ended.Task.IsCompleted)
        {
            await sender.SendLimitedAsync(payload, cancellationToken);
        }
    }

    private void TimeOut() => End(_awaited is { } awaited
        ? new ConnectionEnd.TimedOut(awaited)
        : new ConnectionEnd.Unreachable("no connection in time", DiscordAnswers: false));

    private async Task<bool> ConnectAsync()
    {
        stateChanged(ShardState.Connecting);
        var connecting = _transport.ConnectAsync(opening.Address, _alive.Token);
        await Task.WhenAny(connecting, _ended.Task);
        if (!connecting.IsCompletedSuccessfully)
        {
            await _alive.CancelAsync();
            try
            {
                await connecting;
            }
            catch (Exception ex)
            {
                End(new ConnectionEnd.Unreachable(ex.Message, DiscordAnswers: false));
            }
        }
        _awaited = "Hello";
        _deadline!.Change(services.Options.ConnectTimeout, Timeout.InfiniteTimeSpan);
        return !_ended.Task.IsCompleted;
    }

    /// <summary>Runs one of the connection's tasks: whatever it comes to ends the connection, and nothing escapes.</summary>
    private async Task OwnAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_alive.Token);
            End(new ConnectionEnd.Silent());
        }
        catch (Exception ex)
        {
            // After the end everything pending breaks off, which says nothing new.
            End(new ConnectionEnd.Broken(ex.Message));
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var inflater = services.Options.Compress ? new PayloadInflater(services.Options.MaxPayloadBytes) : null;
        while (true)
        {
            switch (await _transport.ReceiveAsync(cancellationToken))
            {
                case TransportMessage.Data data when !_ended.Task.IsCompleted:
                    Interlocked.Exchange(ref _heardAt, _clock.GetTimestamp());
                    Receive(data, inflater);
                    break;
                case TransportMessage.Closed closed:
                    End(new ConnectionEnd.Closed(closed.Code));
                    return;
                case TransportMessage.TooLarge:
                    End(new ConnectionEnd.TooLarge());
                    return;
            }
        }
    }

    private void Receive(TransportMessage.Data data, PayloadInflater? inflater)
    {
        var bytes = data.Bytes;
        if (data.IsBinary && inflater is not null)
        {
            var inflated = inflater.Add(data.Bytes.Span);
            if (inflated.IsTooLarge)
            {
                End(new ConnectionEnd.TooLarge());
            }
            if (!inflated.IsComplete)
            {
                return;
            }
            bytes = inflated.Text;
        }
        if (GatewayFrame.TryRead(bytes, out var frame))
        {
            React(frame);
        }
        else
        {
            Log.Malformed(_logger, shardId, bytes.Length, Convert.ToHexString(bytes.Span[..Math.Min(bytes.Length, ShownBytes)]));
        }
    }

    private void React(GatewayFrame frame)
    {
        switch (GatewayReaction.To(frame))
        {
            case GatewayReaction.Begin begin when _heartbeat is null:
                Begin(begin.HeartbeatInterval);
                break;
            case GatewayReaction.Dispatch dispatch:
                Take(dispatch.Frame);
                break;
            case GatewayReaction.Beat:
                SendHeartbeat();
                break;
            case GatewayReaction.Acknowledge when _heartbeat is not null:
                Acknowledge(_heartbeat.Acknowledge());
                break;
            case GatewayReaction.Finish finish:
                End(finish.End);
                break;
        }
    }

    private void Begin(TimeSpan interval)
    {
        Interlocked.Exchange(ref _interval, interval.Ticks);
        _heartbeat = new(interval, SendHeartbeat, _clock, services.Jitter);
        _beating = OwnAsync(_heartbeat.RunAsync);
        stateChanged(intake.Session is null ? ShardState.Identifying : ShardState.Resuming);
        _sender!.Send(opening.Payload());
        AwaitSession();
    }

    private void Take(GatewayFrame frame)
    {
        if (intake.Take(frame) is { } end)
        {
            End(end);
        }
        if (EstablishedFor is not null)
        {
            return;
        }
        if (intake.IsEstablished)
        {
            Interlocked.Exchange(ref _establishedAt, _clock.GetTimestamp());
            _deadline!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            stateChanged(ShardState.Connected);
            if (opening.Greeting() is { } greeting)
            {
                _sender!.Send(greeting);
            }
        }
        else
        {
            // Each missed event that arrives shows that the resume goes on.
            AwaitSession();
        }
    }

    private void AwaitSession()
    {
        _awaited = intake.Session is null ? "READY" : "RESUMED";
        _deadline!.Change(services.Options.ReadyTimeout, Timeout.InfiniteTimeSpan);
    }

    private void Acknowledge(TimeSpan latency)
    {
        Interlocked.Exchange(ref _latency, latency.Ticks);
        services.Metrics.HeartbeatAcknowledged(latency);
    }

    private void SendHeartbeat() => _sender!.Send(OutgoingPayloads.Heartbeat(intake.Session?.Received));

    private async Task CloseAsync(ConnectionEnd end, Func<SessionEnding> ending, Task reading)
    {
        try
        {
            using var timeout = new CancellationTokenSource(CloseTimeout, _clock);
            await _transport.CloseAsync(GatewaySession.CloseCode(end, ending()), timeout.Token);
            if (end is not ConnectionEnd.Silent)
            {
                // Cutting the connection at once could overtake the code.
                await reading.WaitAsync(CloseTimeout, _clock, CancellationToken.None);
            }
        }
        catch (Exception ex)
        {
            Log.NotClosed(_logger, shardId, ex.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Shard {Shard} received {Bytes} bytes that are no payload, beginning {Start}; they are left out")]
        public static partial void Malformed(ILogger logger, int shard, int bytes, string start);

        [LoggerMessage(LogLevel.Debug, "Shard {Shard} cut its connection without a farewell: {Reason}")]
        public static partial void NotClosed(ILogger logger, int shard, string reason);
    }
}
