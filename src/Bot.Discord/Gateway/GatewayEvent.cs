using Bot.Discord.Interactions;
using Bot.Discord.Resources;

namespace Bot.Discord.Gateway;

/// <summary>What Discord tells a bot. Events this client has no use for never get here.</summary>
public abstract record GatewayEvent
{
    private GatewayEvent()
    {
    }

    /// <summary>The shard it came over.</summary>
    public int ShardId { get; init; }

    /// <summary>A new session began. Events since the last one's end are lost to Discord, too.</summary>
    public sealed record Ready(User User, Snowflake ApplicationId, IReadOnlyList<Guild> Guilds) : GatewayEvent;

    /// <summary>The session goes on; everything missed came before this, in order.</summary>
    public sealed record Resumed : GatewayEvent;

    public sealed record MessageCreated(Message Message) : GatewayEvent;

    /// <summary>See <see cref="Message.EditedTimestamp"/> for telling edits from Discord's own changes.</summary>
    public sealed record MessageUpdated(Message Message) : GatewayEvent;

    public sealed record MessageDeleted(Snowflake Id, Snowflake ChannelId, Snowflake? GuildId) : GatewayEvent;

    public sealed record InteractionCreated(Interaction Interaction) : GatewayEvent;

    public sealed record ReactionAdded(Snowflake UserId, Snowflake ChannelId, Snowflake MessageId, Snowflake? GuildId, Emoji? Emoji) : GatewayEvent;

    public sealed record ReactionRemoved(Snowflake UserId, Snowflake ChannelId, Snowflake MessageId, Snowflake? GuildId, Emoji? Emoji) : GatewayEvent;

    /// <summary>A guild is there: after the start, after an outage, or because the bot was added to it.</summary>
    public sealed record GuildAvailable(Guild Guild) : GatewayEvent;

    /// <summary>The bot left or was removed; or, with <paramref name="Unavailable"/>, Discord has an outage there.</summary>
    public sealed record GuildGone(Snowflake Id, bool Unavailable) : GatewayEvent;

    public sealed record ThreadCreated(Channel Thread) : GatewayEvent;

    public sealed record ThreadUpdated(Channel Thread) : GatewayEvent;

    public sealed record ThreadDeleted(Channel Thread) : GatewayEvent;
}
