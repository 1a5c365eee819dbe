using System.Collections.Concurrent;
using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Fakes;

/// <summary>Real transports, watched without keeping them: whatever still uses one keeps it alive.</summary>
internal sealed class CountingTransports(IGatewayTransportFactory inner) : IGatewayTransportFactory
{
    private readonly ConcurrentQueue<WeakReference> _made = new();

    public int Made => _made.Count;

    public int Alive => _made.Count(transport => transport.IsAlive);

    public IGatewayTransport Create()
    {
        var transport = inner.Create();
        _made.Enqueue(new(transport));
        return transport;
    }
}
