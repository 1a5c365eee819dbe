namespace Bot.Retrieval.Indexing;

/// <summary>Keeps a snapshot on disk between two starts. Whatever is wrong with the disk is logged, and costs time only.</summary>
public interface ISnapshotStore
{
    /// <param name="sources">What the snapshot is to be of, as the builder takes it.</param>
    /// <returns>The snapshot as it was kept, to be brought up to date by a build; <see cref="IndexSnapshot.Empty"/> where there is none that can be used.</returns>
    IndexSnapshot Load(IReadOnlyList<string> sources);

    /// <summary>Takes the place of what was kept before, once it is wholly on the disk.</summary>
    /// <param name="snapshot">What is to be kept; the empty one isn't.</param>
    /// <param name="sources">What it is of.</param>
    void Save(IndexSnapshot snapshot, IReadOnlyList<string> sources);
}
