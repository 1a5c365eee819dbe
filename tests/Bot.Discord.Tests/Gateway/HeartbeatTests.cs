using Bot.Discord.Gateway;
using Bot.Discord.Tests.Fakes;

namespace Bot.Discord.Tests.Gateway;

public sealed class HeartbeatTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(40);

    private readonly SignallingClock _clock = new();
    private readonly CancellationTokenSource _stop = new();
    private int _beats;

    [Theory]
    [InlineData(0.25, 10)]
    [InlineData(1, 40)]
    public async Task Begins_after_a_random_part_of_the_interval(double jitter, double seconds)
    {
        var running = Start(jitter).RunAsync(_stop.Token);
        Assert.Equal(TimeSpan.FromSeconds(seconds), await _clock.TimerAsync(_ => true));
        Assert.Equal(0, _beats);
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        await _clock.TimerAsync(due => due == Interval);
        Assert.Equal(1, _beats);
        await StopAsync(running);
    }

    [Fact]
    public async Task Takes_an_acknowledgement_that_comes_just_before_the_next_beat()
    {
        var heartbeat = Start(jitter: 0);
        var running = heartbeat.RunAsync(_stop.Token);
        await _clock.TimerAsync(due => due == Interval);
        _clock.Advance(Interval - TimeSpan.FromSeconds(1));
        Assert.Equal(Interval - TimeSpan.FromSeconds(1), heartbeat.Acknowledge());
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _clock.TimerAsync(due => due == Interval);
        Assert.Equal(2, _beats);
        await StopAsync(running);
    }

    [Fact]
    public async Task Ends_when_a_beat_is_not_acknowledged_before_the_next()
    {
        var running = Start(jitter: 0).RunAsync(_stop.Token);
        await _clock.PassAsync(Interval);
        await running.Soon();
        Assert.Equal(1, _beats);
    }

    [Fact]
    public async Task Ends_when_the_process_was_asleep_although_the_last_beat_was_acknowledged()
    {
        var clock = new SleepyClock();
        var heartbeat = new Heartbeat(Interval, () => _beats++, clock, () => 0);
        var running = heartbeat.RunAsync(_stop.Token);
        heartbeat.Acknowledge();
        await clock.SleepAsync(TimeSpan.FromMinutes(10));
        await running.Soon();
        Assert.Equal(1, _beats);
    }

    public void Dispose() => _stop.Dispose();

    private Heartbeat Start(double jitter) => new(Interval, () => _beats++, _clock, () => jitter);

    private async Task StopAsync(Task running)
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.Soon());
    }

    /// <summary>A clock whose time goes on while its timers don't, as for a process that is stopped and continued.</summary>
    private sealed class SleepyClock : TimeProvider
    {
        private readonly TaskCompletionSource<Action> _timer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref _now);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timer.TrySetResult(() => callback(state));
            return System.CreateTimer(_ => { }, state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public async Task SleepAsync(TimeSpan length)
        {
            var wake = await _timer.Task.Soon();
            Interlocked.Add(ref _now, length.Ticks);
            wake();
        }
    }
}
