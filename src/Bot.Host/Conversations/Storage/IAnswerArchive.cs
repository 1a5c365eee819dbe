namespace Bot.Host.Conversations.Storage;

/// <summary>Answers that have buttons, and what people made of them. All members throw <see cref="StorageException"/> when storing fails.</summary>
internal interface IAnswerArchive
{
    Task SaveAsync(ArchivedAnswer answer, CancellationToken cancellationToken);

    /// <summary>Null where it is unknown, or too old.</summary>
    Task<ArchivedAnswer?> FindAsync(AnswerId id, CancellationToken cancellationToken);

    /// <summary>A person's last opinion counts.</summary>
    Task RateAsync(AnswerId id, string author, bool helpful, CancellationToken cancellationToken);
}
