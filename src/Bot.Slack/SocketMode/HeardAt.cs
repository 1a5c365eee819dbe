namespace Bot.Slack.SocketMode;

/// <summary>When something last came in. Safe for concurrent use.</summary>
internal sealed class HeardAt(TimeProvider clock)
{
    private long _timestamp = clock.GetTimestamp();

    public long Timestamp => Interlocked.Read(ref _timestamp);

    public void Note() => Interlocked.Exchange(ref _timestamp, clock.GetTimestamp());
}
