namespace Bot.Discord.Resources;

/// <summary>A channel, a thread, or a direct conversation. Partial in interactions: everything but the id may be absent.</summary>
public sealed record Channel
{
    public Snowflake Id { get; init; }
    public ChannelType Type { get; init; }
    public Snowflake? GuildId { get; init; }
    public string? Name { get; init; }

    /// <summary>Of a thread: the channel it was started in. Of a channel: its category.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>Of a thread: who started it.</summary>
    public Snowflake? OwnerId { get; init; }

    public bool IsThread => Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;
}
