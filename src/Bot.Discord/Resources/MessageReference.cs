namespace Bot.Discord.Resources;

/// <summary>The message that is replied to.</summary>
public sealed record MessageReference
{
    public Snowflake? MessageId { get; init; }
    public Snowflake? ChannelId { get; init; }
    public Snowflake? GuildId { get; init; }

    /// <summary>Sent with false: a question that was deleted meanwhile shall not cost its answer.</summary>
    public bool? FailIfNotExists { get; init; }

    /// <summary>A reply to that message of the same channel, posted as a plain message if it is gone.</summary>
    public static MessageReference To(Snowflake messageId) => new() { MessageId = messageId, FailIfNotExists = false };
}
