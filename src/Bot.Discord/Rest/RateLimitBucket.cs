namespace Bot.Discord.Rest;

/// <summary>One of Discord's limits: lets one call through at a time, and none before the limit has room again.</summary>
internal sealed class RateLimitBucket(TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly HoldUntil _hold = new(clock);

    /// <summary>Calls that hold or await the turn; guarded by <see cref="RateLimitBuckets"/>.</summary>
    public int Users { get; set; }

    /// <summary>Whether forgetting it would change nothing.</summary>
    public bool IsIdle => Users == 0 && _hold.Remaining == TimeSpan.Zero;

    public Task EnterAsync(CancellationToken cancellationToken) => _turn.WaitAsync(cancellationToken);

    /// <summary>Awaits the limit's end; for whoever holds the turn.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => _hold.WaitAsync(longest, cancellationToken);

    public void Exit() => _turn.Release();

    public void Update(RateLimitHeaders headers)
    {
        if (headers is { Remaining: 0, ResetAfter: { } resetAfter })
        {
            Hold(resetAfter);
        }
    }

    public void Hold(TimeSpan duration) => _hold.For(duration);

    public void Dispose() => _turn.Dispose();
}
