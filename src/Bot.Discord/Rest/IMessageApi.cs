using Bot.Discord.Resources;

namespace Bot.Discord.Rest;

/// <summary>
/// Messages over REST. Safe for concurrent use; calls wait for rate limits by themselves and are repeated where that is safe.
/// All throw <see cref="DiscordApiException"/> when Discord refuses or can't be reached.
/// </summary>
public interface IMessageApi
{
    Task<Message> GetAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken);

    /// <summary>The channel's messages that came next after one, or its latest where none is given; at most 100, the newest first.</summary>
    Task<IReadOnlyList<Message>> ListAfterAsync(Snowflake channelId, Snowflake? messageId, CancellationToken cancellationToken);

    /// <summary>Posts a message; see <see cref="MessageCreate.Nonce"/> for what happens when the answer gets lost.</summary>
    Task<Message> CreateAsync(Snowflake channelId, MessageCreate message, CancellationToken cancellationToken);

    /// <summary>Changes one of the bot's own messages. All edits of a channel share one limit: about one a second is safe.</summary>
    Task<Message> EditAsync(Snowflake channelId, Snowflake messageId, MessageEdit edit, CancellationToken cancellationToken);

    /// <summary>Deletes a message; one that is gone already is no error.</summary>
    Task DeleteAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken);

    /// <summary>Adds the bot's reaction: a Unicode emoji, or <c>name:id</c>.</summary>
    Task AddReactionAsync(Snowflake channelId, Snowflake messageId, string emoji, CancellationToken cancellationToken);

    /// <summary>Takes the bot's reaction back.</summary>
    Task RemoveReactionAsync(Snowflake channelId, Snowflake messageId, string emoji, CancellationToken cancellationToken);
}
