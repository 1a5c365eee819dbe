namespace Bot.Discord.Rest;

/// <summary>
/// Counts calls that were refused with 401, 403 or 429. Discord bans the address at 10,000 of them in ten minutes
/// (topics/rate-limits), so past a lower number no more calls are made until old ones fall out of the ten minutes.
/// </summary>
internal sealed class InvalidRequestBudget(int limit, TimeProvider clock)
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Queue<long> _refused = new();

    public void Count()
    {
        lock (_gate)
        {
            _refused.Enqueue(clock.GetTimestamp());
        }
    }

    /// <summary>How long no call may be made; null when calls may be made.</summary>
    public TimeSpan? Blocked()
    {
        lock (_gate)
        {
            while (_refused.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= Period)
            {
                _refused.Dequeue();
            }
            return _refused.Count < limit ? null : Period - clock.GetElapsedTime(_refused.Peek());
        }
    }
}
