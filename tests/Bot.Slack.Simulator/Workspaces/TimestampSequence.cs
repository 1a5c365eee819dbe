using System.Globalization;

namespace Bot.Slack.Simulator.Workspaces;

/// <summary>Gives message ids: the clock's seconds and six more digits, each greater than the last.</summary>
internal sealed class TimestampSequence(TimeProvider clock)
{
    private const long MicrosecondsPerSecond = 1_000_000;

    private readonly Lock _gate = new();
    private long _last;

    public string Next()
    {
        lock (_gate)
        {
            var now = (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
            _last = Math.Max(now, _last + 1);
            return string.Create(CultureInfo.InvariantCulture, $"{_last / MicrosecondsPerSecond}.{_last % MicrosecondsPerSecond:D6}");
        }
    }
}
