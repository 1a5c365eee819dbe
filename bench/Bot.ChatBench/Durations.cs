namespace Bot.ChatBench;

/// <summary>Many durations, summed up.</summary>
internal sealed class Durations
{
    private readonly List<TimeSpan> _sorted;

    public Durations(IEnumerable<TimeSpan> durations)
    {
        _sorted = [.. durations];
        _sorted.Sort();
    }

    /// <param name="share">From 0 to 1; 0.99 gives what 99 of 100 don't exceed.</param>
    public double Milliseconds(double share) => _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Count) - 1)].TotalMilliseconds;

    public override string ToString() =>
        $"p50 {Milliseconds(0.5):0.0} ms, p95 {Milliseconds(0.95):0.0} ms, p99 {Milliseconds(0.99):0.0} ms of {_sorted.Count}";
}
