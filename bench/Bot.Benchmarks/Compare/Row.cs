namespace Bot.Benchmarks.Compare;

/// <summary>A line of the tables: one thing measured, mostly beside a peer that was measured in the same rounds.</summary>
/// <param name="Figure">Its number: V1.</param>
/// <param name="Case">What it was measured on.</param>
/// <param name="What">What was measured.</param>
internal sealed record Row(string Figure, string Case, string What)
{
    public Gauge Gauge { get; init; } = Gauge.Cpu;

    public Amount? Ours { get; init; }

    /// <summary>Whom it is compared with; empty where with none.</summary>
    public string PeerName { get; init; } = "";

    public Amount? Peer { get; init; }

    /// <summary>What is held against the goal; null where it couldn't be measured.</summary>
    public Amount? Value { get; init; }

    public Goal? Goal { get; init; }

    public string Note { get; init; } = "";

    public string Verdict => Goal is null ? "" : Value is not { } value ? "not measured" : Goal.IsMet(value) ? "met" : "not met";
}
