namespace Bot.Benchmarks.Compare;

/// <summary>What an amount counts.</summary>
internal enum Unit
{
    /// <summary>How many times another amount.</summary>
    Times,

    Seconds,

    Bytes,

    /// <summary>From 0 to 1.</summary>
    Share,

    /// <summary>Things a second.</summary>
    PerSecond,
}
