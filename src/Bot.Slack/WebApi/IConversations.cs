namespace Bot.Slack.WebApi;

/// <summary>Reads channels and threads. Each method throws <see cref="SlackApiException"/> where Slack refuses.</summary>
public interface IConversations
{
    /// <summary>The thread's messages, oldest first; the first is its root.</summary>
    /// <param name="oldest">Leaves out replies before this one, or null.</param>
    Task<IReadOnlyList<ThreadMessage>> ThreadAsync(string channel, string threadTs, string? oldest, CancellationToken cancellationToken);

    /// <summary>One message, of a thread or not; null where it isn't there.</summary>
    Task<ThreadMessage?> MessageAsync(PostedMessage message, CancellationToken cancellationToken);

    /// <summary>The bot's own message with that answer's mark, or null where there is none.</summary>
    /// <param name="threadTs">The thread to look in, or null for the channel's latest messages.</param>
    Task<PostedMessage?> FindAsync(string channel, string? threadTs, string answerId, CancellationToken cancellationToken);
}
