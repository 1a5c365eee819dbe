using System.Security.Cryptography;
using System.Text;

namespace Bot.Discord.Simulator.Rest;

/// <summary>Counts requests by bucket and over all. A refused request doesn't prolong the wait. Use it under the world's gate.</summary>
internal sealed class RateLimiter(RateLimitPlan plan, TimeProvider clock)
{
    private const int BucketsKept = 10_000;

    private static readonly TimeSpan GlobalWindow = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, (DateTimeOffset Reset, int Used)> _windows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bucketIds = new(StringComparer.Ordinal);

    public RateLimitPlan Plan { get; set; } = plan;

    /// <summary>Counts one request.</summary>
    /// <returns>The global state where the request was over the global limit, else its bucket's.</returns>
    public RateLimitState Take(RestRoute route, string major)
    {
        if (route.NeedsBot && Plan.GlobalPerSecond is { } perSecond
            && Count("global", "", new(perSecond, GlobalWindow), "global") is { Refused: true } global)
        {
            return global;
        }
        return Count(route.Key, major, Plan.For(route.Key), "user");
    }

    /// <summary>A refusal out of the plan, for a scripted fault.</summary>
    public RateLimitState Refuse(RestRoute route, TimeSpan retryAfter, string scope) =>
        new(BucketOf(route.Key), Plan.For(route.Key).Requests, 0, clock.GetUtcNow() + retryAfter, retryAfter, scope, Refused: true);

    private RateLimitState Count(string name, string major, RateLimit limit, string scope)
    {
        var now = clock.GetUtcNow();
        var key = $"{name} {major}";
        var (reset, used) = _windows.GetValueOrDefault(key);
        if (now >= reset)
        {
            Forget(now);
            (reset, used) = (now + limit.Window, 0);
        }
        var refused = used >= limit.Requests;
        used = refused ? used : used + 1;
        _windows[key] = (reset, used);
        return new(BucketOf(name), limit.Requests, limit.Requests - used, reset, reset - now, scope, refused);
    }

    private void Forget(DateTimeOffset now)
    {
        if (_windows.Count > BucketsKept)
        {
            foreach (var key in _windows.Where(window => window.Value.Reset <= now).Select(window => window.Key).ToArray())
            {
                _windows.Remove(key);
            }
        }
    }

    /// <summary>An opaque name, the same for the same route every time.</summary>
    private string BucketOf(string name)
    {
        if (!_bucketIds.TryGetValue(name, out var id))
        {
            id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32];
            _bucketIds[name] = id;
        }
        return id;
    }
}
