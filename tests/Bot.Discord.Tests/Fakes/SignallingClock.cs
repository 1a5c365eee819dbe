using Bot.Testing;

namespace Bot.Discord.Tests.Fakes;

/// <summary>A manual clock that tells which timers are set, so that a test can move it exactly when somebody waits.</summary>
internal sealed class SignallingClock : TimeProvider
{
    private readonly ManualTimeProvider _inner = new();
    private readonly Lock _gate = new();
    private readonly List<(Func<TimeSpan, bool> Wanted, TaskCompletionSource<TimeSpan> Seen)> _waiters = [];
    private readonly List<TimeSpan> _unseen = [];

    public override long TimestampFrequency => _inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _inner.GetUtcNow();

    public override long GetTimestamp() => _inner.GetTimestamp();

    public void Advance(TimeSpan by) => _inner.Advance(by);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _inner.CreateTimer(callback, state, dueTime, period);
        Announce(dueTime);
        return timer;
    }

    /// <summary>The next timer set, since the last one this was asked for, to a time that fits.</summary>
    public Task<TimeSpan> TimerAsync(Func<TimeSpan, bool> wanted)
    {
        lock (_gate)
        {
            var index = _unseen.FindIndex(due => wanted(due));
            if (index >= 0)
            {
                var due = _unseen[index];
                _unseen.RemoveRange(0, index + 1);
                return Task.FromResult(due);
            }
            _unseen.Clear();
            var seen = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((wanted, seen));
            return seen.Task.Soon();
        }
    }

    /// <summary>Awaits a timer of that length, and lets it run out.</summary>
    public async Task PassAsync(Func<TimeSpan, bool> wanted) => Advance(await TimerAsync(wanted));

    public Task PassAsync(TimeSpan length) => PassAsync(due => due == length);

    private void Announce(TimeSpan due)
    {
        if (due == Timeout.InfiniteTimeSpan)
        {
            return;
        }
        lock (_gate)
        {
            var waiter = _waiters.FindIndex(waiter => waiter.Wanted(due));
            if (waiter < 0)
            {
                _unseen.Add(due);
                return;
            }
            _waiters[waiter].Seen.SetResult(due);
            _waiters.RemoveAt(waiter);
        }
    }
}
