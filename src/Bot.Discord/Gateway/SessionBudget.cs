using Bot.Discord.Rest;

namespace Bot.Discord.Gateway;

/// <summary>One answer to <c>GET /gateway/bot</c>, and when it was given by the monotonic clock.</summary>
internal sealed record SessionBudget(Uri Url, int Shards, int Remaining, TimeSpan ResetAfter, int MaxConcurrency, long AskedAt)
{
    public static SessionBudget From(GatewayBot answer, TimeProvider clock)
    {
        var limit = answer.SessionStartLimit;
        return new(
            answer.Url is { IsAbsoluteUri: true } url ? url : throw RestErrors.Unreadable(RestRoutes.GatewayBot, new FormatException("No gateway address.")),
            Math.Max(1, answer.Shards),
            limit?.Remaining ?? int.MaxValue,
            TimeSpan.FromMilliseconds(Math.Max(0, limit?.ResetAfter ?? 0)),
            Math.Max(1, limit?.MaxConcurrency ?? 1),
            clock.GetTimestamp());
    }

    /// <summary>Zero when the number of remaining sessions is full again.</summary>
    public TimeSpan UntilReset(TimeProvider clock) =>
        ResetAfter - clock.GetElapsedTime(AskedAt) is { } left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
