using Bot.Benchmarks.Measuring;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>Rows that many figures have.</summary>
internal static class Rows
{
    /// <summary>Ours beside a peer by processor time, in one contest.</summary>
    /// <param name="row">Its figure, case and words.</param>
    /// <param name="contest">Ours is the first.</param>
    /// <param name="peer">The peer's place in it.</param>
    /// <param name="name">The peer's.</param>
    /// <param name="cpu">Which processor time of a sample.</param>
    /// <param name="wall">Which wall time.</param>
    public static Row ByCpu(Row row, Contest<Sample> contest, int peer, string name, Func<Sample, double> cpu, Func<Sample, double> wall) => row with
    {
        Ours = Amount.Seconds(contest.Median(0, cpu)),
        PeerName = name,
        Peer = Amount.Seconds(contest.Median(peer, cpu)),
        Value = Amount.Times(contest.Ratio(0, peer, cpu)),
        Note = $"wall {Amount.Seconds(contest.Median(0, wall))} and {Amount.Seconds(contest.Median(peer, wall))}",
    };

    public static Row ByCpu(Row row, Contest<Sample> contest, int peer, string name) => ByCpu(row, contest, peer, name, sample => sample.Cpu, sample => sample.Wall);

    public static Row Missing(Row row, string peer, string reason) => row with { PeerName = peer, Note = reason };
}
