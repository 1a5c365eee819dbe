namespace Bot.Discord.Gateway;

/// <summary>
/// One connection's heartbeat: a new one for each Hello, so that nothing is carried over from an earlier connection.
/// </summary>
internal sealed class Heartbeat(TimeSpan interval, Action send, TimeProvider clock, Func<double> jitter)
{
    private long _sentAt = clock.GetTimestamp();
    private volatile bool _acknowledged = true;

    /// <summary>Beats until cancelled. Returns when the peer is gone: a beat wasn't acknowledged before the next was due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(interval * jitter(), clock, cancellationToken);
        while (_acknowledged)
        {
            Beat();
            await Task.Delay(interval, clock, cancellationToken);
            if (clock.GetElapsedTime(Interlocked.Read(ref _sentAt)) > 2 * interval)
            {
                // The process was asleep: Discord has given this connection up by now.
                return;
            }
        }
    }

    /// <summary>A beat was acknowledged; tells how long that took.</summary>
    public TimeSpan Acknowledge()
    {
        _acknowledged = true;
        return clock.GetElapsedTime(Interlocked.Read(ref _sentAt));
    }

    private void Beat()
    {
        _acknowledged = false;
        Interlocked.Exchange(ref _sentAt, clock.GetTimestamp());
        send();
    }
}
