using Bot.Retrieval.Indexing;

namespace Bot.Host.Tests.Support;

/// <summary>Keeps snapshots in memory; may be made slow.</summary>
internal sealed class FakeSnapshots : ISnapshotStore
{
    public IndexSnapshot Kept { get; set; } = IndexSnapshot.Empty;

    public List<IndexSnapshot> Saved { get; } = [];

    /// <summary>Waited for before each snapshot is kept.</summary>
    public Task MaySave { get; set; } = Task.CompletedTask;

    public IndexSnapshot Load(IReadOnlyList<string> sources) => Kept;

    public void Save(IndexSnapshot snapshot, IReadOnlyList<string> sources)
    {
        MaySave.Wait(TimeSpan.FromSeconds(30));
        lock (Saved)
        {
            Saved.Add(snapshot);
        }
    }
}
