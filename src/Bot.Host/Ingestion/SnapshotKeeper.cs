using Bot.Retrieval.Indexing;

namespace Bot.Host.Ingestion;

/// <summary>
/// Has the published snapshots kept on disk, one at a time and beside everything else; of those that wait, only the
/// newest. What is begun is finished before the process ends. Safe for concurrent use.
/// </summary>
internal sealed class SnapshotKeeper(ISnapshotStore store) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Task _saving = Task.CompletedTask;
    private IndexSnapshot? _newest;

    /// <summary>What an earlier process left of the folder; the empty snapshot where that can't be used.</summary>
    public IndexSnapshot Load(string folder) => store.Load([folder]);

    /// <summary>Returns at once.</summary>
    public void Keep(IndexSnapshot snapshot, string folder)
    {
        lock (_gate)
        {
            _newest = snapshot;
            _saving = SaveAsync(_saving, snapshot, folder);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task saving;
        lock (_gate)
        {
            saving = _saving;
        }
        await saving;
    }

    private async Task SaveAsync(Task before, IndexSnapshot snapshot, string folder)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        lock (_gate)
        {
            if (_newest != snapshot)
            {
                return;
            }
            _newest = null;
        }
        store.Save(snapshot, [folder]);
    }
}
