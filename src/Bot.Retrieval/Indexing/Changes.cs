using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Indexing;

/// <summary>Compares two snapshots.</summary>
internal static class Changes
{
    /// <summary>Of a snapshot that is handed on.</summary>
    public static ReloadReport None(IndexSnapshot same) => Sizes(same) with { EmbeddingsReused = same.Passages.Length, IsUnchanged = true };

    public static ReloadReport Between(IndexSnapshot previous, IndexSnapshot next)
    {
        var before = Revisions(previous);
        var after = Revisions(next);
        return Sizes(next) with
        {
            Added = [.. after.Keys.Where(id => !before.ContainsKey(id)).Order()],
            Changed = [.. after.Where(entry => before.TryGetValue(entry.Key, out var revision) && revision != entry.Value).Select(entry => entry.Key).Order()],
            Removed = [.. before.Keys.Where(id => !after.ContainsKey(id)).Order()],
            ClausesAdded = next.Clauses.Without(previous.Clauses),
            ClausesRemoved = previous.Clauses.Without(next.Clauses),
        };
    }

    private static ReloadReport Sizes(IndexSnapshot snapshot) => new()
    {
        Revision = snapshot.Revision,
        Quarantined = snapshot.Quarantined,
        Documents = snapshot.Documents.Length,
        Passages = snapshot.Passages.Length,
        Clauses = snapshot.ClauseCount,
    };

    private static Dictionary<DocumentId, string> Revisions(IndexSnapshot snapshot)
    {
        var revisions = new Dictionary<DocumentId, string>(snapshot.Documents.Length);
        foreach (var document in snapshot.Documents)
        {
            revisions[document.Id] = document.Revision;
        }
        return revisions;
    }
}
