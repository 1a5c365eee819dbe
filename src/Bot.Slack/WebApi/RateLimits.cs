namespace Bot.Slack.WebApi;

/// <summary>
/// Holds calls back where Slack said so: by method, and by channel where the limit counts by channel. Calls pass freely
/// until Slack refuses one; then those behind it pass one at a time until nobody waits. Safe for concurrent use.
/// </summary>
internal sealed class RateLimits(TimeProvider clock)
{
    private readonly TimeProvider _clock = clock;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    /// <summary>Methods and channels that are held back now.</summary>
    public int Lanes
    {
        get
        {
            lock (_gate)
            {
                return _lanes.Count;
            }
        }
    }

    /// <summary>Waits for the turn. Dispose what it gives when the call has ended.</summary>
    public async ValueTask<IDisposable?> EnterAsync(string key, CancellationToken cancellationToken)
    {
        Lane? lane;
        lock (_gate)
        {
            if (!_lanes.TryGetValue(key, out lane))
            {
                return null;
            }
            lane.Users++;
        }
        return await lane.EnterAsync(cancellationToken);
    }

    public void Hold(string key, TimeSpan time)
    {
        lock (_gate)
        {
            if (!_lanes.TryGetValue(key, out var lane))
            {
                _lanes[key] = lane = new Lane(this, key);
            }
            lane.Until = Math.Max(lane.Until, _clock.GetTimestamp() + (long)(time.TotalSeconds * _clock.TimestampFrequency));
        }
    }

    private sealed class Lane(RateLimits limits, string key) : IDisposable
    {
        // Not disposed: a semaphore without a wait handle holds nothing.
        private readonly SemaphoreSlim _turn = new(1);

        public int Users { get; set; }

        public long Until { get; set; } = long.MinValue;

        public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
        {
            var mine = false;
            try
            {
                await _turn.WaitAsync(cancellationToken);
                mine = true;
                while (Left() is var left && left > TimeSpan.Zero)
                {
                    await Task.Delay(left, limits._clock, cancellationToken);
                }
                return this;
            }
            catch (OperationCanceledException)
            {
                Leave(mine);
                throw;
            }
        }

        public void Dispose() => Leave(hadTurn: true);

        private TimeSpan Left()
        {
            lock (limits._gate)
            {
                return Until == long.MinValue ? TimeSpan.Zero : limits._clock.GetElapsedTime(limits._clock.GetTimestamp(), Until);
            }
        }

        private void Leave(bool hadTurn)
        {
            lock (limits._gate)
            {
                Users--;
                if (Users == 0 && limits._clock.GetTimestamp() >= Until)
                {
                    limits._lanes.Remove(key);
                }
            }
            if (hadTurn)
            {
                _turn.Release();
            }
        }
    }
}
