using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace Bot.Slack.Simulator.SocketMode;

/// <summary>One WebSocket of the app. Frames go out in the order in which they were asked for.</summary>
public sealed class SlackSocket
{
    private const int MaximumFrame = 1 << 20;

    private readonly WebSocket _webSocket;
    private readonly UpgradedStream _stream;
    private readonly bool _leavesTcpOpen;
    private readonly Func<CancellationToken, Task> _abortConnection;
    private readonly Channel<Func<CancellationToken, Task>> _outbox = Channel.CreateUnbounded<Func<CancellationToken, Task>>(new() { SingleReader = true });
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal SlackSocket(int number, WebSocket webSocket, UpgradedStream stream, Action abortConnection, bool leavesTcpOpen)
    {
        (Number, _webSocket, _stream, _leavesTcpOpen) = (number, webSocket, stream, leavesTcpOpen);
        _abortConnection = _ =>
        {
            abortConnection();
            return Task.CompletedTask;
        };
    }

    /// <summary>1 for the app's first socket, and so on.</summary>
    public int Number { get; }

    /// <summary>Whether hello was sent and the socket has not ended: it gets envelopes.</summary>
    public bool IsReady { get; internal set; }

    /// <summary>Whether a <c>disconnect</c> message was sent.</summary>
    internal bool IsWarned { get; private set; }

    /// <summary>Whether the app said goodbye, rather than vanishing.</summary>
    public bool ClosedByApp { get; private set; }

    /// <summary>Sends what follows in frames of so many bytes each; 0 for whole messages.</summary>
    public int FragmentBytes { get; set; }

    /// <summary>Ends when the socket has.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Sends a <c>disconnect</c> message and leaves the socket open, as Slack does with <c>warning</c>.</summary>
    public void AnnounceDisconnect(DisconnectReason reason)
    {
        IsWarned = true;
        Send(SocketMessages.Disconnect(reason));
    }

    /// <summary>Sends a <c>disconnect</c> message and closes the socket.</summary>
    public void Disconnect(DisconnectReason reason)
    {
        AnnounceDisconnect(reason);
        Close(WebSocketCloseStatus.NormalClosure);
    }

    /// <summary>Sends a close frame with a code; envelopes are not sent here any more.</summary>
    public void Close(WebSocketCloseStatus code, string description = "")
    {
        IsReady = false;
        Enqueue(token => _webSocket.CloseOutputAsync(code, description, token));
    }

    /// <summary>Ends the TCP connection without a word (the app sees 1006).</summary>
    public void Drop()
    {
        IsReady = false;
        Enqueue(_abortConnection);
    }

    /// <summary>Becomes a half-open connection: nothing is sent or read any more, pings and pongs included, and Slack hasn't noticed.</summary>
    public void GoSilent() => _stream.GoSilent();

    /// <summary>Sends any text as a message: malformed JSON, unknown types.</summary>
    public void SendRaw(string text) => Send(text);

    /// <summary>Sends a binary message.</summary>
    public void SendBinary(ReadOnlyMemory<byte> bytes) =>
        Enqueue(async token => await _webSocket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, token));

    /// <summary>Sends a text in frames of a few bytes each.</summary>
    public void SendFragmented(string text, int bytesPerFrame) => Enqueue(async token =>
    {
        var bytes = Encoding.UTF8.GetBytes(text).AsMemory();
        while (!bytes.IsEmpty)
        {
            var frame = bytes[..Math.Min(bytesPerFrame, bytes.Length)];
            bytes = bytes[frame.Length..];
            await _webSocket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: bytes.IsEmpty, token);
        }
    });

    internal void Send(string text)
    {
        if (FragmentBytes > 0)
        {
            SendFragmented(text, FragmentBytes);
            return;
        }
        Enqueue(async token => await _webSocket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, token));
    }

    internal void Ping() => Enqueue(async token => await _stream.PingAsync(token));

    /// <summary>Sends and receives until the socket ends, by either side.</summary>
    internal async Task RunAsync(Action<string> received, Action ended, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = SendAllAsync(stop.Token);
        try
        {
            await ReceiveAllAsync(received, stop.Token);
        }
        catch (Exception ex) when (ex is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The app vanished, or the simulator is ending: the same to Slack as a socket that closed.
        }
        finally
        {
            IsReady = false;
            _outbox.Writer.TryComplete();
            ended();
            _closed.TrySetResult();
            await LingerAsync(cancellationToken);
            await stop.CancelAsync();
            await sending;
            _webSocket.Dispose();
        }
    }

    /// <summary>Slack leaves the TCP connection open after the close handshake: the app has to end it.</summary>
    private async Task LingerAsync(CancellationToken cancellationToken)
    {
        if (!_leavesTcpOpen || _webSocket.State != WebSocketState.Closed)
        {
            return;
        }
        try
        {
            var rest = new byte[256];
            while (await _stream.ReadAsync(rest, cancellationToken) > 0)
            {
                // Whatever comes after the close frame means nothing.
            }
        }
        catch (Exception ex) when (ex is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Ended, which is what was waited for.
        }
    }

    private void Enqueue(Func<CancellationToken, Task> send) => _outbox.Writer.TryWrite(send);

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var send in _outbox.Reader.ReadAllAsync(cancellationToken))
            {
                await send(cancellationToken);
            }
        }
        catch (Exception ex) when (ex is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Sending failed because the socket ended; the receiving side notices that too.
        }
    }

    private async Task ReceiveAllAsync(Action<string> received, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length >= MaximumFrame)
                {
                    return;
                }
                Array.Resize(ref buffer, buffer.Length * 2);
            }
            var result = await _webSocket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                ClosedByApp = _webSocket.State == WebSocketState.CloseReceived;
                await AnswerCloseAsync(cancellationToken);
                return;
            }
            length += result.Count;
            if (result.EndOfMessage)
            {
                received(Encoding.UTF8.GetString(buffer, 0, length));
                length = 0;
            }
        }
    }

    private async Task AnswerCloseAsync(CancellationToken cancellationToken)
    {
        if (ClosedByApp)
        {
            await _webSocket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", cancellationToken);
        }
    }
}
