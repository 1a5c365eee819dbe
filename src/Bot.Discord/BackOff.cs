namespace Bot.Discord;

/// <summary>Growing pauses with full jitter: each is drawn from zero to a ceiling that doubles.</summary>
internal static class BackOff
{
    /// <summary>The pause after a failed try; <paramref name="failures"/> counts the failed ones before it, so 0 gives the first ceiling.</summary>
    public static TimeSpan After(int failures, TimeSpan first, TimeSpan most, Func<double> jitter) =>
        Ceiling(failures, first, most) * jitter();

    // Past 30 doublings any first pause has reached any sensible ceiling, and the power would overflow.
    private static TimeSpan Ceiling(int failures, TimeSpan first, TimeSpan most)
    {
        var seconds = first.TotalSeconds * Math.Pow(2, Math.Clamp(failures, 0, 30));
        return seconds < most.TotalSeconds ? TimeSpan.FromSeconds(seconds) : most;
    }
}
