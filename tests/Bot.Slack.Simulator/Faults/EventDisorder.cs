namespace Bot.Slack.Simulator.Faults;

/// <summary>What happens to one event on its way.</summary>
internal sealed record EventDisorder(TimeSpan Delay, bool IsDuplicated, TimeSpan DuplicateDelay)
{
    public static EventDisorder None { get; } = new(TimeSpan.Zero, IsDuplicated: false, TimeSpan.Zero);
}
