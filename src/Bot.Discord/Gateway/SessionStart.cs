namespace Bot.Discord.Gateway;

/// <summary>The right to start one session at that address.</summary>
internal sealed class SessionStart(Uri url, GatewayDiscovery discovery, IdentifyLane lane) : IDisposable
{
    private int _disposed;

    public Uri Url { get; } = url;

    /// <summary>Identify is being sent: the budget is spent and the next shard's five seconds begin.</summary>
    public void Use()
    {
        discovery.Spend();
        lane.Used();
        Dispose();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            lane.Exit();
        }
    }
}
