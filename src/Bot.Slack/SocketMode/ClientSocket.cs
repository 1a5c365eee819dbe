using System.Net.Sockets;
using System.Net.WebSockets;

namespace Bot.Slack.SocketMode;

/// <summary>A <see cref="ClientWebSocket"/> over a connection that notes when bytes come in.</summary>
internal sealed class ClientSocket : ISocket
{
    private readonly ClientWebSocket _socket = new();
    private readonly SocketsHttpHandler _handler = new();
    private readonly HttpMessageInvoker _invoker;
    private readonly HeardAt _heard;

    public ClientSocket(SlackClientOptions options, TimeProvider clock)
    {
        _heard = new HeardAt(clock);
        _handler.ConnectCallback = ConnectTcpAsync;
        _invoker = new HttpMessageInvoker(_handler);
        _socket.Options.KeepAliveInterval = options.Timings.Ping;
        _socket.Options.KeepAliveTimeout = options.Timings.Pong;
        _socket.Options.CollectHttpResponseDetails = false;
    }

    public long LastHeard => _heard.Timestamp;

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken) => _socket.ConnectAsync(address, _invoker, cancellationToken);

    public ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        _socket.ReceiveAsync(buffer, cancellationToken);

    public ValueTask SendTextAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    public Task CloseOutputAsync(CancellationToken cancellationToken) =>
        _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, cancellationToken);

    public void Abort() => _socket.Abort();

    public void Dispose()
    {
        _socket.Dispose();
        _invoker.Dispose();
        _handler.Dispose();
    }

    // TLS, where there is any, goes over this stream, so pings that ClientWebSocket answers by itself are noticed too.
    private async ValueTask<Stream> ConnectTcpAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var tcp = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await tcp.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new HeardStream(new NetworkStream(tcp, ownsSocket: true), _heard);
        }
        catch
        {
            tcp.Dispose();
            throw;
        }
    }
}
