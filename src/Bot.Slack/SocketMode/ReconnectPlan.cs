namespace Bot.Slack.SocketMode;

/// <summary>How a socket is replaced. Pure, so that each reason is tested without a network.</summary>
/// <param name="KeepOldUntilNew">The old socket stays until the new one has heard hello.</param>
/// <param name="Wait">Before the new one is opened.</param>
internal sealed record ReconnectPlan(bool KeepOldUntilNew, TimeSpan Wait)
{
    /// <param name="failures">Sockets in a row that weren't there for long, or never.</param>
    /// <param name="jitter">0 to 1.</param>
    public static ReconnectPlan After(LeaveReason reason, int failures, SocketModeTimings timings, double jitter) => reason switch
    {
        // The first is free: a refresh is Slack's daily business. Sockets that are refreshed over and over aren't.
        LeaveReason.Warning or LeaveReason.RefreshRequested or LeaveReason.LifetimeEnding =>
            new(KeepOldUntilNew: true, failures <= 1 ? TimeSpan.Zero : Backoff(failures - 1, timings, jitter)),
        LeaveReason.LinkDisabled => new(KeepOldUntilNew: false, timings.LinkDisabled * (1 + 0.2 * jitter)),
        LeaveReason.TooManyWebsockets => new(KeepOldUntilNew: false, timings.TooManySockets * (1 + jitter)),
        _ => new(KeepOldUntilNew: false, Backoff(failures, timings, jitter)),
    };

    /// <summary>Doubles with each failure; half of it is fixed and half is chance.</summary>
    private static TimeSpan Backoff(int failures, SocketModeTimings timings, double jitter)
    {
        var full = Math.Min(timings.BackoffFirst.TotalSeconds * Math.Pow(2, Math.Clamp(failures - 1, 0, 30)), timings.BackoffLongest.TotalSeconds);
        return TimeSpan.FromSeconds(full * (0.5 + 0.5 * jitter));
    }
}
