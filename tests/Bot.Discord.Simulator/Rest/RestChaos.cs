namespace Bot.Discord.Simulator.Rest;

/// <summary>The shares of requests that go wrong by chance.</summary>
/// <param name="RateLimited">429 of the request's bucket, to wait for <paramref name="RetryAfter"/>.</param>
/// <param name="FailedBefore">5xx, nothing done.</param>
/// <param name="FailedAfter">5xx although the request was carried out.</param>
public sealed record RestChaos(double RateLimited, double FailedBefore, double FailedAfter, TimeSpan RetryAfter)
{
    public static RestChaos None { get; } = new(0, 0, 0, TimeSpan.Zero);
}
