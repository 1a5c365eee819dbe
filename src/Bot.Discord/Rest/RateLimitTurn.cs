namespace Bot.Discord.Rest;

/// <summary>The right to make one call; given back by <see cref="Dispose"/>.</summary>
internal sealed class RateLimitTurn(RateLimitBuckets buckets, RestRoute route, RateLimitBucket bucket) : IDisposable
{
    /// <summary>Learns from the answer. <paramref name="hold"/>: how long a 429 told this limit to wait.</summary>
    public void Update(RateLimitHeaders headers, TimeSpan? hold) => buckets.Update(route, bucket, headers, hold);

    public void Dispose()
    {
        bucket.Exit();
        buckets.Return(bucket);
    }
}
