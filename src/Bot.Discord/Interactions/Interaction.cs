using Bot.Discord.Resources;

namespace Bot.Discord.Interactions;

/// <summary>
/// Somebody used a command, a component or a modal. Must be answered through <see cref="Rest.IInteractionApi.RespondAsync"/>
/// within 3 seconds of being made; then <see cref="Token"/> is good for follow-ups for 15 minutes.
/// </summary>
public sealed record Interaction
{
    public Snowflake Id { get; init; }
    public Snowflake ApplicationId { get; init; }
    public InteractionType Type { get; init; }
    public InteractionToken Token { get; init; }
    public InteractionData? Data { get; init; }
    public Snowflake? GuildId { get; init; }
    public Snowflake? ChannelId { get; init; }
    public Channel? Channel { get; init; }

    /// <summary>In guilds; elsewhere there is <see cref="User"/>.</summary>
    public Member? Member { get; init; }
    public User? User { get; init; }

    /// <summary>Of a component: the message it sits on.</summary>
    public Message? Message { get; init; }

    /// <summary>The asker's language, such as <c>en-US</c> or <c>zh-TW</c>.</summary>
    public string? Locale { get; init; }
    public string? GuildLocale { get; init; }

    /// <summary>What the bot may do in that channel.</summary>
    public Permissions? AppPermissions { get; init; }

    /// <summary>Bytes a file in an answer may have.</summary>
    public int AttachmentSizeLimit { get; init; }

    /// <summary>Who did it, in a guild or not.</summary>
    public User? Invoker => Member?.User ?? User;
}
