namespace Bot.Discord.Rest;

/// <summary>A point in time before which nothing may be sent; by the monotonic clock. Thread-safe.</summary>
internal sealed class HoldUntil(TimeProvider clock)
{
    private long _until = clock.GetTimestamp();

    public TimeSpan Remaining
    {
        get
        {
            var now = clock.GetTimestamp();
            var until = Volatile.Read(ref _until);
            return until > now ? clock.GetElapsedTime(now, until) : TimeSpan.Zero;
        }
    }

    /// <summary>Holds for that long from now, or as long as before if that is longer.</summary>
    public void For(TimeSpan duration)
    {
        var until = clock.GetTimestamp() + (long)(duration.TotalSeconds * clock.TimestampFrequency);
        var known = Volatile.Read(ref _until);
        while (until > known)
        {
            var seen = Interlocked.CompareExchange(ref _until, until, known);
            if (seen == known)
            {
                return;
            }
            known = seen;
        }
    }

    /// <summary>Waits for the end; throws a transient <see cref="DiscordApiException"/> at once when that is farther than <paramref name="longest"/>.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        while (Remaining is { } remaining && remaining > TimeSpan.Zero)
        {
            if (remaining > longest)
            {
                throw RestErrors.HeldTooLong(remaining);
            }
            await Task.Delay(remaining, clock, cancellationToken);
        }
    }
}
