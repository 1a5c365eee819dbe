using System.Text.Json.Serialization;
using Bot.Discord.Resources;

namespace Bot.Discord.Gateway;

internal sealed record HelloPayload
{
    /// <summary>Milliseconds.</summary>
    public int HeartbeatInterval { get; init; }
}

internal sealed record ReadyPayload
{
    public User? User { get; init; }
    public string? SessionId { get; init; }
    public Uri? ResumeGatewayUrl { get; init; }
    public IReadOnlyList<Guild> Guilds { get; init => field = value ?? []; } = [];
    public ReadyApplication? Application { get; init; }
}

internal sealed record ReadyApplication
{
    public Snowflake Id { get; init; }
}

internal sealed record MessageDeletePayload
{
    public Snowflake Id { get; init; }
    public Snowflake ChannelId { get; init; }
    public Snowflake? GuildId { get; init; }
}

internal sealed record ReactionPayload
{
    public Snowflake UserId { get; init; }
    public Snowflake ChannelId { get; init; }
    public Snowflake MessageId { get; init; }
    public Snowflake? GuildId { get; init; }
    public Emoji? Emoji { get; init; }
}

/// <summary>What goes out: an opcode with its data.</summary>
internal sealed record OutgoingPayload<T>([property: JsonPropertyName("op")] GatewayOpcode Opcode, [property: JsonPropertyName("d"), JsonIgnore(Condition = JsonIgnoreCondition.Never)] T Data);

internal sealed record IdentifyPayload(string Token, GatewayIntents Intents, IdentifyProperties Properties, int[] Shard, PresencePayload? Presence);

internal sealed record IdentifyProperties(string Os, string Browser, string Device);

internal sealed record ResumePayload(string Token, string SessionId, long Seq);

internal sealed record PresencePayload(string Status, IReadOnlyList<PresenceActivity> Activities, bool Afk)
{
    /// <summary>Always sent, null while the bot isn't idle.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? Since { get; init; }
}

/// <summary>Type 4 is a custom status: its text is the state, and a name must be there.</summary>
internal sealed record PresenceActivity(string Name, int Type, string State);
