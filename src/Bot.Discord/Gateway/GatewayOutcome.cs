namespace Bot.Discord.Gateway;

/// <summary>Why <see cref="IDiscordGateway.RunAsync"/> returned.</summary>
public abstract record GatewayOutcome
{
    private GatewayOutcome()
    {
    }

    /// <summary>It was asked to.</summary>
    public sealed record Stopped : GatewayOutcome;

    /// <summary>Trying again is no use until somebody changes something; the reason is a sentence that says what.</summary>
    public sealed record Failed(string Reason) : GatewayOutcome;
}
