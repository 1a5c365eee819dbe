namespace Bot.Benchmarks.Peers;

/// <summary>What came of starting a peer.</summary>
internal abstract record PeerStart
{
    private PeerStart() { }

    public sealed record Running(PeerProcess Peer) : PeerStart;

    /// <param name="Reason">What to install.</param>
    public sealed record Missing(string Reason) : PeerStart;
}
