using System.Net.WebSockets;

namespace Bot.Slack.SocketMode;

internal sealed class ClientSocketTransport(SlackClientOptions options, TimeProvider clock) : ISocketTransport
{
    public async Task<ISocket> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientSocket(options, clock);
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
