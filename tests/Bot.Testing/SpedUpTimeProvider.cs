namespace Bot.Testing;

/// <summary>
/// The system's clock at several times its speed, so that a test of long waits is short. What doesn't take its time from a
/// provider, such as a WebSocket's own pings, keeps its pace.
/// </summary>
/// <param name="speed">How many seconds pass here in one of the system's.</param>
public sealed class SpedUpTimeProvider(double speed) : TimeProvider
{
    private readonly DateTimeOffset _began = System.GetUtcNow();
    private readonly long _beganAt = System.GetTimestamp();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _began + Passed;

    public override long GetTimestamp() => Passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new SpedUpTimer(System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)), this);

    private TimeSpan Passed => System.GetElapsedTime(_beganAt) * speed;

    private TimeSpan Shorten(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / speed;

    private sealed class SpedUpTimer(ITimer timer, SpedUpTimeProvider clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Shorten(dueTime), clock.Shorten(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
