namespace Bot.Slack.WebApi;

/// <summary>When a call is tried again.</summary>
internal static class CallRules
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(10);

    /// <summary>A rate limit without a stated time; Slack's older form of it asks for at least one second more each time.</summary>
    private static readonly TimeSpan UnstatedHold = TimeSpan.FromSeconds(1);

    /// <param name="failures">Failures of this call so far, this one included; rate limits apart.</param>
    /// <param name="limits">Rate limits of this call so far, this one included.</param>
    /// <param name="waited">Time this call has spent on rate limits.</param>
    /// <param name="jitter">0 to 1.</param>
    public static CallDecision After(
        SlackApiException failure, Repetition repetition, int failures, int limits, TimeSpan waited, SlackClientOptions options, double jitter)
    {
        if (SlackErrors.IsRateLimit(failure.Code))
        {
            var hold = failure.RetryAfter ?? UnstatedHold * limits;
            return waited + hold > options.RateLimitPatience ? new CallDecision.GiveUp() : new CallDecision.HoldAndRepeat(hold);
        }
        return failure.IsTransient && repetition == Repetition.Harmless && failures < options.CallAttempts
            ? new CallDecision.Repeat(Backoff(options.CallBackoff, failures, jitter))
            : new CallDecision.GiveUp();
    }

    /// <summary>Half of a doubling wait is fixed and half is chance, so that many callers don't come back together.</summary>
    public static TimeSpan Backoff(TimeSpan first, int failures, double jitter)
    {
        var full = Math.Min(first.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 30)), LongestBackoff.TotalSeconds);
        return TimeSpan.FromSeconds(full * (0.5 + 0.5 * jitter));
    }
}
