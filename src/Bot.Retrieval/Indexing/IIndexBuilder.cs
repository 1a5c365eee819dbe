namespace Bot.Retrieval.Indexing;

/// <summary>Makes the next snapshot from the last one and the documents that changed. Publishes nothing.</summary>
public interface IIndexBuilder
{
    /// <param name="previous">Unchanged files of it are not read again, and unchanged passages not embedded again.</param>
    /// <param name="sources">The seeds folder; several folders or files count as one.</param>
    /// <param name="progress">Told often; may be null.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    Task<BuildOutcome> BuildAsync(IndexSnapshot previous, IReadOnlyList<string> sources, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken);

    /// <summary>
    /// The same index in fewer pieces, so that it takes less memory and is searched faster; the snapshot itself where that
    /// isn't worth the work.
    /// </summary>
    Task<IndexSnapshot> MergeAsync(IndexSnapshot snapshot, CancellationToken cancellationToken);

    /// <summary>
    /// Begins what is left to do once a snapshot is published, beside whatever goes on: makes what the first question would
    /// wait for otherwise, and has the memory given back that nothing needs any more. Returns at once.
    /// </summary>
    /// <param name="snapshot">The published one.</param>
    /// <param name="replaced">The one before.</param>
    void Settle(IndexSnapshot snapshot, IndexSnapshot replaced);
}
