using System.Net.WebSockets;

namespace Bot.Discord.Gateway;

/// <summary>The real transport.</summary>
internal sealed class WebSocketTransport : IGatewayTransport
{
    private const int UsualBuffer = 16 * 1024;
    private const int LargestKeptBuffer = 1024 * 1024;

    private readonly ClientWebSocket _socket = new();
    private readonly int _maxBytes;
    private byte[] _buffer = new byte[UsualBuffer];

    public WebSocketTransport(string userAgent, int maxBytes)
    {
        _maxBytes = maxBytes;
        // Some Discord-compatible servers close connections of clients without a name.
        _socket.Options.SetRequestHeader("User-Agent", userAgent);
        // Without the time-out a half-open connection can stay in ReceiveAsync for a quarter of an hour (dotnet/runtime#110496).
        _socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(15);
        _socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(15);
    }

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken) => _socket.ConnectAsync(address, cancellationToken);

    public async ValueTask<TransportMessage> ReceiveAsync(CancellationToken cancellationToken)
    {
        if (_buffer.Length > LargestKeptBuffer)
        {
            _buffer = new byte[UsualBuffer];
        }
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                // 1005 stands for "no code"; it is never sent.
                return new TransportMessage.Closed(_socket.CloseStatus is { } status and not WebSocketCloseStatus.Empty ? (int)status : null);
            }
            length += part.Count;
            if (length > _maxBytes)
            {
                return new TransportMessage.TooLarge();
            }
            if (part.EndOfMessage)
            {
                return new TransportMessage.Data(_buffer.AsMemory(0, length), part.MessageType == WebSocketMessageType.Binary);
            }
            if (length == _buffer.Length)
            {
                // One byte past the limit is enough to know that there is more.
                Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, _maxBytes + 1L));
            }
        }
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken) =>
        _socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    public Task CloseAsync(int code, CancellationToken cancellationToken) => _socket.State is WebSocketState.Open or WebSocketState.CloseReceived
        ? _socket.CloseOutputAsync((WebSocketCloseStatus)code, statusDescription: null, cancellationToken)
        : Task.CompletedTask;

    public void Abort() => _socket.Abort();

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
