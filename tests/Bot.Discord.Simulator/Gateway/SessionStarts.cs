namespace Bot.Discord.Simulator.Gateway;

/// <summary>The day's budget of Identifies, and how fast they may come. Use it under the world's gate.</summary>
internal sealed class SessionStarts(DiscordSimulatorOptions options)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Dictionary<int, long> _lastByKey = [];
    private readonly long _since = options.Clock.GetTimestamp();

    public int Remaining { get; private set; } = options.SessionStarts;

    public TimeSpan ResetAfter => TimeSpan.FromTicks(Math.Max(0, (Day - options.Clock.GetElapsedTime(_since)).Ticks));

    /// <summary>Takes one from the budget; false where none was left, for which Discord resets the token.</summary>
    public bool TryTake()
    {
        if (Remaining == 0)
        {
            return false;
        }
        Remaining--;
        return true;
    }

    /// <summary>Whether a shard identifies no faster than its key's window allows.</summary>
    public bool IsInTime(int shard)
    {
        var key = shard % options.MaxConcurrency;
        var inTime = !_lastByKey.TryGetValue(key, out var last) || options.Clock.GetElapsedTime(last) >= options.IdentifyWindow;
        if (inTime)
        {
            _lastByKey[key] = options.Clock.GetTimestamp();
        }
        return inTime;
    }
}
