using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.SocketMode;

/// <summary>
/// One socket from its opening to its end. Everything about it stays with it: its reads, its acknowledgements, its end;
/// so a late word of an old socket can't be taken for one of the new.
/// </summary>
internal sealed partial class SocketConnection : IAsyncDisposable
{
    private readonly ISocket _socket;
    private readonly SlackClientOptions _options;
    private readonly TimeProvider _clock;
    private readonly SlackMetrics _metrics;
    private readonly ILogger _logger;
    private readonly Action<SocketConnection, Envelope> _deliver;
    private readonly CancellationTokenSource _ended = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly OwedAcknowledgements _owed = new();
    private readonly TaskCompletionSource<SocketFrame.Hello?> _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<LeaveReason> _leave = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;
    private bool _connected;
    private Task _watching = Task.CompletedTask;

    private SocketConnection(
        ISocket socket, Action<SocketConnection, Envelope> deliver, SlackClientOptions options, TimeProvider clock, SlackMetrics metrics, ILogger logger)
    {
        (_socket, _deliver, _options, _clock, _metrics, _logger) = (socket, deliver, options, clock, metrics, logger);
        _reading = ReadAsync();
    }

    /// <summary>Done when this socket should be left, with the first reason for it.</summary>
    public Task<LeaveReason> Leaving => _leave.Task;

    public bool IsOpen => !_reading.IsCompleted;

    public long LastHeard => _socket.LastHeard;

    /// <summary>Waits for Slack's hello on the socket, and takes the socket over: it is ended when hello doesn't come.</summary>
    /// <param name="deliver">Called on the reading thread, so it mustn't block.</param>
    /// <param name="jitter">0 to 1: how much earlier than need be the socket is replaced at the end of its life.</param>
    public static async Task<Greeting> GreetAsync(
        ISocket socket, Action<SocketConnection, Envelope> deliver, SlackClientOptions options, TimeProvider clock, double jitter, SlackMetrics metrics,
        ILogger logger, CancellationToken cancellationToken)
    {
        var connection = new SocketConnection(socket, deliver, options, clock, metrics, logger);
        try
        {
            await Task.WhenAny(connection._hello.Task, connection.Leaving).WaitAsync(options.Timings.Hello, clock, cancellationToken);
            if (connection._hello.Task is { IsCompleted: true, Result: { } hello })
            {
                connection.Begin(hello, jitter);
                return new Greeting.Connected(connection);
            }
        }
        catch (TimeoutException)
        {
            // Told by the reason below.
        }
        catch (OperationCanceledException)
        {
            await connection.DisposeAsync();
            throw;
        }
        // Slack may refuse with a disconnect in the place of hello.
        var reason = connection.Leaving is { IsCompleted: true, Result: not LeaveReason.Closed and var stated } ? stated : LeaveReason.NoHello;
        await connection.DisposeAsync();
        return new Greeting.Refused(reason);
    }

    /// <summary>Says that one more envelope of this socket is being worked on.</summary>
    public void Owe() => _owed.Add();

    /// <summary>Says that one is done with, acknowledged or not.</summary>
    public void Settle() => _owed.Remove();

    /// <returns>False where the socket was gone already.</returns>
    public async Task<bool> AcknowledgeAsync(Acknowledgement acknowledgement)
    {
        var message = JsonSerializer.SerializeToUtf8Bytes(acknowledgement, SlackJson.Wire.Acknowledgement);
        try
        {
            await _sending.WaitAsync(_ended.Token);
            try
            {
                await _socket.SendTextAsync(message, _ended.Token);
                return true;
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception ex) when (IsEnd(ex))
        {
            return false;
        }
    }

    /// <summary>Lets the socket deliver a little longer, waits for the acknowledgements it owes, and ends it.</summary>
    public async Task DrainAsync()
    {
        await Settled(Task.WhenAny(_reading, Task.Delay(_options.Timings.Linger, _clock, _ended.Token)));
        await Settled(_owed.WhenNone().WaitAsync(_options.Timings.Drain, _clock));
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _leave.TrySetResult(LeaveReason.ShuttingDown);
        await CloseAsync();
        _socket.Abort();
        await _ended.CancelAsync();
        await _reading;
        await _watching;
        _socket.Dispose();
        if (_connected)
        {
            _metrics.SocketGone();
        }
    }

    private static async Task Settled(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static bool IsEnd(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException or IOException;

    private void Begin(SocketFrame.Hello hello, double jitter)
    {
        Log.Connected(_logger, hello.Connections, hello.Lifetime);
        _metrics.SocketConnected();
        _connected = true;
        _watching = WatchAsync(hello.Lifetime, jitter);
    }

    // Slack doesn't end the TCP connection after the close handshake, so it isn't waited for long.
    private async Task CloseAsync()
    {
        if (_reading.IsCompleted)
        {
            return;
        }
        using var limit = new CancellationTokenSource(_options.Timings.Close, _clock);
        try
        {
            await _sending.WaitAsync(limit.Token);
            await _socket.CloseOutputAsync(limit.Token);
            await _reading.WaitAsync(limit.Token);
        }
        catch (Exception ex) when (IsEnd(ex))
        {
            // It is ended by force next.
        }
    }

    private async Task ReadAsync()
    {
        // The constructor mustn't wait for what is read.
        await Task.Yield();
        var messages = new MessageReader(_socket, _options.MaximumMessageBytes);
        var reason = LeaveReason.Closed;
        try
        {
            while (await messages.NextAsync(_ended.Token) is var message && message is not ReceivedMessage.Closed)
            {
                if (message is ReceivedMessage.TooLarge)
                {
                    Log.TooLarge(_logger, _options.MaximumMessageBytes);
                    reason = LeaveReason.MessageTooLarge;
                    return;
                }
                Take(message is ReceivedMessage.Text(var bytes) ? FrameReader.Read(bytes.Span) : new SocketFrame.Unreadable());
            }
        }
        catch (Exception ex) when (IsEnd(ex))
        {
            Log.Broke(_logger, ex.Message);
        }
        finally
        {
            _hello.TrySetResult(null);
            _leave.TrySetResult(reason);
        }
    }

    private void Take(SocketFrame frame)
    {
        switch (frame)
        {
            case SocketFrame.Hello hello:
                _hello.TrySetResult(hello);
                break;
            case SocketFrame.Disconnect(var reason):
                Log.Disconnect(_logger, reason);
                _leave.TrySetResult(DisconnectReasons.Of(reason));
                break;
            case SocketFrame.Delivery(var envelope):
                _metrics.Received(envelope.TypeName, envelope.RetryAttempt > 0);
                _deliver(this, envelope);
                break;
            case SocketFrame.Unknown(var type):
                Log.Unknown(_logger, type);
                break;
            default:
                Log.Unreadable(_logger);
                break;
        }
    }

    private async Task WatchAsync(TimeSpan? lifetime, double jitter)
    {
        var born = _clock.GetTimestamp();
        var silence = _options.Timings.Silence;
        // Sockets that were opened together shouldn't be replaced together.
        var life = lifetime * (0.95 - 0.15 * jitter);
        using var timer = new PeriodicTimer(silence / 5, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token) && !_leave.Task.IsCompleted)
            {
                if (_clock.GetElapsedTime(LastHeard) >= silence)
                {
                    _leave.TrySetResult(LeaveReason.Silent);
                }
                else if (_clock.GetElapsedTime(born) >= life)
                {
                    _leave.TrySetResult(LeaveReason.LifetimeEnding);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The socket ended.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Slack says hello: {Connections} sockets of this app are open, this one lives for about {Lifetime}")]
        public static partial void Connected(ILogger logger, int connections, TimeSpan? lifetime);

        [LoggerMessage(LogLevel.Information, "Slack asks to disconnect: {Reason}")]
        public static partial void Disconnect(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Information, "A socket broke: {Reason}")]
        public static partial void Broke(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Warning, "A message of more than {Bytes} bytes came: the socket is replaced")]
        public static partial void TooLarge(ILogger logger, int bytes);

        [LoggerMessage(LogLevel.Debug, "A socket message of the unknown type {Type} was passed over")]
        public static partial void Unknown(ILogger logger, string type);

        [LoggerMessage(LogLevel.Warning, "A socket message couldn't be read and was passed over")]
        public static partial void Unreadable(ILogger logger);
    }
}
