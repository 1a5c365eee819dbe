namespace Bot.Host.Conversations;

/// <summary>What the host needs of any chat. Safe for concurrent use. Its adapter hands what arrives to <see cref="ConversationHandler"/>.</summary>
internal interface IChatPlatform
{
    /// <summary>The same in every <see cref="EventKey"/> and <see cref="ConversationKey"/> of this chat.</summary>
    string Name { get; }

    PlatformState State { get; }

    /// <summary>How long a sign of work stays; it is shown again that often while an answer is being made.</summary>
    TimeSpan SignLasts { get; }

    /// <summary>
    /// Shows that the bot works on it, and takes from the chat what must be taken at once. Returns when the sign is there.
    /// May throw; that is logged and the reply still comes.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="isPrivate">Whether only the asker should see the reply.</param>
    /// <param name="cancellationToken">Cancelled when the reply is ready before the sign.</param>
    Task ShowWorkingAsync(IncomingMessage message, bool isPrivate, CancellationToken cancellationToken);

    /// <summary>Shows what there is so far, in place of an earlier one. Called as often as there is news: the chat shows what its limits allow.</summary>
    Task ShowProgressAsync(IncomingMessage message, Reply soFar, CancellationToken cancellationToken);

    /// <summary>Delivers the reply, in place of any progress. Calling it again with the same id doesn't post twice.</summary>
    Task<Delivery> ReplyAsync(IncomingMessage message, Reply reply, DeliveryTry attempt, CancellationToken cancellationToken);
}
