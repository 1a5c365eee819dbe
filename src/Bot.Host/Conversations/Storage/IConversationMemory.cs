using System.Collections.Immutable;

namespace Bot.Host.Conversations.Storage;

/// <summary>What was said before. All members throw <see cref="StorageException"/> when storing fails.</summary>
internal interface IConversationMemory
{
    Task RememberAsync(ConversationKey conversation, string question, CancellationToken cancellationToken);

    /// <summary>The latest questions, oldest first.</summary>
    Task<ImmutableArray<string>> RecallAsync(ConversationKey conversation, int limit, CancellationToken cancellationToken);

    /// <summary>From now on, everything said there is meant for the bot.</summary>
    Task JoinAsync(ConversationKey conversation, CancellationToken cancellationToken);

    Task<bool> HasJoinedAsync(ConversationKey conversation, CancellationToken cancellationToken);
}
