using Bot.Benchmarks.Measuring;

namespace Bot.Benchmarks.Peers;

/// <summary>What a peer says after a command: what one operation cost it, and what else there is to say. Times in seconds.</summary>
internal sealed record PeerRun
{
    public double Cpu { get; init; }

    public double Wall { get; init; }

    public double MedianCpu { get; init; }

    public double HighCpu { get; init; }

    public double MedianWall { get; init; }

    public double HighWall { get; init; }

    /// <summary>Share of the ten nearest that it found.</summary>
    public double Recall { get; init; }

    /// <summary>Size of its index on disk.</summary>
    public double Bytes { get; init; }

    /// <summary>Why the peer can't run; null where it can.</summary>
    public string? Missing { get; init; }

    public Sample ToSample() => new() { Cpu = Cpu, Wall = Wall, MedianCpu = MedianCpu, HighCpu = HighCpu, MedianWall = MedianWall, HighWall = HighWall };
}
