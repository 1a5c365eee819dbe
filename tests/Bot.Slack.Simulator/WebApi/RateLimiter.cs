namespace Bot.Slack.Simulator.WebApi;

/// <summary>Counts calls per workspace, method and (for posting) channel in buckets that refill steadily.</summary>
internal sealed class RateLimiter(SimulatorCore core)
{
    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _held = new(StringComparer.Ordinal);

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
    public void Hold(string key, TimeSpan wait) => _held[key] = core.Clock.GetUtcNow() + wait;

    // A call that was under way when the 429 came is no offence; a tenth of the wait is left for those.
    private void NoteImpatience(string key, DateTimeOffset now)
    {
        if (_held.TryGetValue(key, out var until))
        {
            if (until - now > TimeSpan.FromSeconds(0.9))
            {
                core.EarlyCalls++;
            }
            else
            {
                _held.Remove(key);
            }
        }
    }

    private readonly record struct Bucket(double Tokens, DateTimeOffset At);
}
