namespace Bot.Discord;

/// <summary>
/// At most so many in any period of that length: each caller is given its turn and told how long to wait for it. Thread-safe; turns
/// are in the order of asking.
/// </summary>
internal sealed class SlidingWindow(int limit, TimeSpan period, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly long?[] _turns = new long?[limit];
    private int _next;

    /// <summary>Takes the next turn; zero when that is now.</summary>
    public TimeSpan Reserve()
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            var length = (long)(period.TotalSeconds * clock.TimestampFrequency);
            var turn = _turns[_next] is { } earlier ? Math.Max(now, earlier + length) : now;
            _turns[_next] = turn;
            _next = (_next + 1) % _turns.Length;
            return turn == now ? TimeSpan.Zero : clock.GetElapsedTime(now, turn);
        }
    }
}
