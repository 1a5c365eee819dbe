using Bot.Discord.Resources;

namespace Bot.Discord.Rest;

/// <summary>The bot's own application.</summary>
public sealed record ApplicationInfo
{
    private const int GatewayMessageContent = 1 << 18;
    private const int GatewayMessageContentLimited = 1 << 19;

    public Snowflake Id { get; init; }
    public string? Name { get; init; }
    public int Flags { get; init; }

    /// <summary>The bot's account.</summary>
    public User? Bot { get; init; }

    /// <summary>Set when interactions go to a web address, in which case none come over the gateway.</summary>
    public Uri? InteractionsEndpointUrl { get; init; }

    /// <summary>Whether the message content intent is switched on in the developer portal.</summary>
    public bool MayReadMessageContent => (Flags & (GatewayMessageContent | GatewayMessageContentLimited)) != 0;
}
