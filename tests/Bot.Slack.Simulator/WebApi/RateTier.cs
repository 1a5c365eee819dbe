namespace Bot.Slack.Simulator.WebApi;

/// <summary>How often a method may be called in a workspace. The bursts are ours: Slack says only that they are tolerated.</summary>
internal sealed record RateTier(double PerMinute, double Burst, bool ByChannel = false)
{
    public static readonly RateTier One = new(1, 10);
    public static readonly RateTier Two = new(20, 20);
    public static readonly RateTier Three = new(50, 50);
    public static readonly RateTier Four = new(100, 100);

    /// <summary>Hundreds a minute.</summary>
    public static readonly RateTier Special = new(600, 100);

    /// <summary>About one message a second in a channel, with short bursts.</summary>
    public static readonly RateTier PostMessage = new(60, 10, ByChannel: true);
}
