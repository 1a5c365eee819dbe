using System.Net.WebSockets;

namespace Bot.Slack.SocketMode;

/// <summary>One open WebSocket. One caller receives and one sends at a time.</summary>
internal interface ISocket : IDisposable
{
    /// <summary>The clock's timestamp of when bytes last came, pings included.</summary>
    long LastHeard { get; }

    ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    ValueTask SendTextAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);

    /// <summary>Says that no more will be sent.</summary>
    Task CloseOutputAsync(CancellationToken cancellationToken);

    /// <summary>Ends the connection at once. Whoever is receiving gets an exception.</summary>
    void Abort();
}

internal interface ISocketTransport
{
    /// <exception cref="WebSocketException">Refused or not reachable.</exception>
    Task<ISocket> ConnectAsync(Uri address, CancellationToken cancellationToken);
}
