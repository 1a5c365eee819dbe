using System.Collections.Immutable;

namespace Bot.Host.Conversations.Storage;

/// <summary>Messages that wait for their replies, kept over crashes. All members throw <see cref="StorageException"/> when storing fails.</summary>
internal interface IInbox
{
    /// <summary>Writes a message down. Returns once it would survive the process; false where it was written before.</summary>
    Task<bool> AddAsync(IncomingMessage message, CancellationToken cancellationToken);

    /// <summary>The message has had its reply, or can't have one. Its words go; its key stays a while, to recognise another delivery.</summary>
    Task FinishAsync(EventKey key, CancellationToken cancellationToken);

    /// <summary>What an earlier process left unfinished, oldest first; each call counts as one more try of them all.</summary>
    Task<ImmutableArray<UnfinishedMessage>> TakeUpAsync(CancellationToken cancellationToken);
}

/// <param name="Message">As it came.</param>
/// <param name="Tries">How often an earlier process began it.</param>
internal sealed record UnfinishedMessage(IncomingMessage Message, int Tries);
