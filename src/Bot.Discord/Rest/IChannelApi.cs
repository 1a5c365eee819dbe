using Bot.Discord.Resources;

namespace Bot.Discord.Rest;

/// <summary>Channels and threads over REST; same habits as <see cref="IMessageApi"/>.</summary>
public interface IChannelApi
{
    Task<Channel> GetAsync(Snowflake channelId, CancellationToken cancellationToken);

    /// <summary>
    /// Starts a thread on a message, or returns the one that is there already. Not possible in threads and direct messages.
    /// A thread on a message has the message's id.
    /// </summary>
    Task<Channel> StartThreadAsync(Snowflake channelId, Snowflake messageId, ThreadCreate thread, CancellationToken cancellationToken);

    /// <summary>Shows "is typing…" for 10 seconds; repeat every 8 or 9 while it lasts.</summary>
    Task TriggerTypingAsync(Snowflake channelId, CancellationToken cancellationToken);
}
