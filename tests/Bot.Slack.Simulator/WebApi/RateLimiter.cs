namespace Bot.Slack.Simulator.WebApi;

/// <summary>Counts calls per workspace, method and (for posting) channel in buckets that refill steadily.</summary>
internal sealed class RateLimiter(SimulatorCore core)
{
    private static readonly TimeSpan UnderWay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan EarlyTimer = TimeSpan.FromMilliseconds(50);

    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);

    /// <summary>How long the caller must wait; null when the call is let through.</summary>
    public TimeSpan? Refuse(string key, RateTier tier)
    {
        var now = core.Clock.GetUtcNow();
        NoteImpatience(key, now);
        var factor = core.Options.RateLimitFactor;
        if (factor <= 0)
        {
            return null;
        }
        var (capacity, perSecond) = (Math.Max(1, tier.Burst * factor), tier.PerMinute * factor / 60);
        var bucket = _buckets.GetValueOrDefault(key, new(capacity, now));
        var tokens = Math.Min(capacity, bucket.Tokens + ((now - bucket.At).TotalSeconds * perSecond));
        if (tokens >= 1)
        {
            _buckets[key] = new(tokens - 1, now);
            return null;
        }
        _buckets[key] = new(tokens, now);
        var wait = TimeSpan.FromSeconds(Math.Ceiling((1 - tokens) / perSecond));
        Hold(key, wait);
        return wait;
    }

    /// <summary>Remembers that a caller was told to wait.</summary>
    public void Hold(string key, TimeSpan wait)
    {
        var now = core.Clock.GetUtcNow();
        _held[key] = new(now, now + wait);
    }

    // A call that was under way when the 429 went out is no offence, nor is a timer that fires a little early.
    private void NoteImpatience(string key, DateTimeOffset now)
    {
        if (!_held.TryGetValue(key, out var hold))
        {
            return;
        }
        if (hold.Until <= now)
        {
            _held.Remove(key);
        }
        else if (now - hold.Since > UnderWay && hold.Until - now > EarlyTimer)
        {
            core.EarlyCalls++;
        }
    }

    private readonly record struct Held(DateTimeOffset Since, DateTimeOffset Until);

    private readonly record struct Bucket(double Tokens, DateTimeOffset At);
}
