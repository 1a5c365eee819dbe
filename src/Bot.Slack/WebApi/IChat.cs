using Bot.Slack.Blocks;

namespace Bot.Slack.WebApi;

/// <summary>Posts and edits messages. Each method throws <see cref="SlackApiException"/> where Slack refuses.</summary>
public interface IChat
{
    /// <summary>
    /// Posts the message once. When it isn't known whether Slack took it, the message is looked for before it is posted
    /// again, because Slack has no key that would make posting repeatable.
    /// </summary>
    Task<PostedMessage> PostAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Replaces a message of the bot's own. Doing so twice does no harm.</summary>
    /// <param name="text">Escaped; at most <see cref="BlockLimits.MessageTextBytes"/>.</param>
    Task UpdateAsync(PostedMessage message, string text, IReadOnlyList<Block> blocks, string answerId, CancellationToken cancellationToken);

    /// <summary>Takes a message of the bot's own away; one that is gone already is no error.</summary>
    Task DeleteAsync(PostedMessage message, CancellationToken cancellationToken);

    /// <summary>Shows a message to one person who is in the channel. Not repeated after a failure, and it can't be edited.</summary>
    Task PostEphemeralAsync(string channel, string user, string text, IReadOnlyList<Block> blocks, string? threadTs, CancellationToken cancellationToken);
}
