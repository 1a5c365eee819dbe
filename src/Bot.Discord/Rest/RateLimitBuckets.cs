namespace Bot.Discord.Rest;

/// <summary>
/// The limits by their names: Discord's own name with the major parameter, or the route's until Discord has told its own.
/// Limits that no longer hold anything back are forgotten, since each interaction brings a new one.
/// </summary>
internal sealed class RateLimitBuckets(TimeProvider clock)
{
    private const int SweepAtLeast = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, RateLimitBucket> _buckets = [];
    private int _sweepAt = SweepAtLeast;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _buckets.Count;
            }
        }
    }

    /// <summary>Awaits the turn for a call of that route, and the end of its limit.</summary>
    public async Task<RateLimitTurn> EnterAsync(RestRoute route, TimeSpan longest, CancellationToken cancellationToken)
    {
        while (true)
        {
            var bucket = Rent(route);
            var turn = new RateLimitTurn(this, route, bucket);
            try
            {
                await bucket.EnterAsync(cancellationToken);
            }
            catch
            {
                Return(bucket);
                throw;
            }
            try
            {
                if (IsCurrent(route, bucket))
                {
                    await bucket.WaitAsync(longest, cancellationToken);
                    return turn;
                }
            }
            catch
            {
                turn.Dispose();
                throw;
            }
            // While this call waited, Discord told that the route belongs to another limit.
            turn.Dispose();
        }
    }

    /// <summary>Learns from an answer, under the name it gives.</summary>
    public void Update(RestRoute route, RateLimitBucket used, RateLimitHeaders headers, TimeSpan? hold)
    {
        RateLimitBucket bucket;
        lock (_gate)
        {
            if (headers.Bucket is { } name)
            {
                _names[route.Name] = name;
            }
            bucket = headers.Bucket is null ? used : Find(Key(route));
            bucket.Update(headers);
            if (hold is { } duration)
            {
                bucket.Hold(duration);
            }
        }
    }

    public void Return(RateLimitBucket bucket)
    {
        lock (_gate)
        {
            bucket.Users--;
        }
    }

    private RateLimitBucket Rent(RestRoute route)
    {
        lock (_gate)
        {
            var bucket = Find(Key(route));
            bucket.Users++;
            return bucket;
        }
    }

    private bool IsCurrent(RestRoute route, RateLimitBucket bucket)
    {
        lock (_gate)
        {
            return Find(Key(route)) == bucket;
        }
    }

    private string Key(RestRoute route) => $"{_names.GetValueOrDefault(route.Name, route.Name)} {route.Major}";

    private RateLimitBucket Find(string key)
    {
        if (!_buckets.TryGetValue(key, out var bucket))
        {
            Sweep();
            _buckets[key] = bucket = new(clock);
        }
        return bucket;
    }

    private void Sweep()
    {
        if (_buckets.Count < _sweepAt)
        {
            return;
        }
        foreach (var (key, idle) in _buckets.Where(entry => entry.Value.IsIdle).ToList())
        {
            _buckets.Remove(key);
            idle.Dispose();
        }
        _sweepAt = Math.Max(SweepAtLeast, _buckets.Count * 2);
    }
}
