namespace Bot.Discord.Simulator.Gateway;

/// <summary>Counts what one connection receives: more than 120 payloads in 60 seconds end it.</summary>
internal sealed class SendBudget(TimeProvider clock)
{
    private const int Limit = 120;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Queue<long> _times = [];

    public bool TryTake()
    {
        while (_times.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= Window)
        {
            _times.Dequeue();
        }
        _times.Enqueue(clock.GetTimestamp());
        return _times.Count <= Limit;
    }
}
