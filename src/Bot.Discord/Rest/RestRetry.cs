namespace Bot.Discord.Rest;

/// <summary>Decides whether, and after which pause, a call is made again.</summary>
internal static class RestRetry
{
    public const int MaxFailures = 3;
    public const int MaxLimited = 5;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>The pause before the next try; null for no more.</summary>
    /// <param name="request">What was tried.</param>
    /// <param name="outcome">What its last try came to.</param>
    /// <param name="failures">Earlier tries that failed.</param>
    /// <param name="limited">Earlier tries that were answered 429.</param>
    /// <param name="jitter">Draws from 0 to 1.</param>
    public static TimeSpan? Pause(RestRequest request, RestOutcome outcome, int failures, int limited, Func<double> jitter) => outcome switch
    {
        // The limit itself makes the next try wait. A call answered 429 wasn't carried out, whatever it was.
        RestOutcome.Limited when limited < MaxLimited => TimeSpan.Zero,
        RestOutcome.Failed failed when failures < MaxFailures && MayRepeat(request, failed) => BackOff.After(failures, request.FirstPause, LongestPause, jitter),
        _ => null,
    };

    private static bool MayRepeat(RestRequest request, RestOutcome.Failed failed) =>
        failed.Error.IsTransient && (failed.Unsent || request.Retry == RetryRule.Repeatable);
}
