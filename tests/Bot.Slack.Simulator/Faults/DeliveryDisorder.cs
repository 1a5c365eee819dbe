namespace Bot.Slack.Simulator.Faults;

/// <summary>
/// Delivers some events twice, on two sockets where there are two, and holds some back so that later ones overtake them.
/// The same seed makes the same choices.
/// </summary>
public sealed class DeliveryDisorder(int seed, double duplicated = 0, double delayed = 0, TimeSpan maximumDelay = default)
{
    private readonly Random _chance = new(seed);

    /// <summary>Each event once and in order.</summary>
    public static DeliveryDisorder None { get; } = new(0);

    internal EventDisorder Draw()
    {
        if (duplicated == 0 && delayed == 0)
        {
            return EventDisorder.None;
        }
        var delay = _chance.NextDouble() < delayed ? _chance.NextDouble() * maximumDelay : TimeSpan.Zero;
        var isDuplicated = _chance.NextDouble() < duplicated;
        return new(delay, isDuplicated, isDuplicated ? _chance.NextDouble() * maximumDelay : TimeSpan.Zero);
    }
}
