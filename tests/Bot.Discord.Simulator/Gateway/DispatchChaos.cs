namespace Bot.Discord.Simulator.Gateway;

/// <summary>What happens to events by chance before they get their sequence number.</summary>
/// <param name="Duplicated">The share of events that come a second time, as Discord's at-least-once delivery may do.</param>
/// <param name="Delayed">The share of events that wait, so that later ones overtake them.</param>
/// <param name="LongestDelay">Delays, also of the second coming, are between zero and this.</param>
public sealed record DispatchChaos(double Duplicated, double Delayed, TimeSpan LongestDelay)
{
    public static DispatchChaos None { get; } = new(0, 0, TimeSpan.Zero);
}
