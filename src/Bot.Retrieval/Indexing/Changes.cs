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
        var clausesBefore = previous.Clauses.All.ToHashSet();
        var clausesAfter = next.Clauses.All.ToHashSet();
        return Sizes(next) with
        {
            Added = [.. after.Keys.Where(id => !before.ContainsKey(id))],
            Changed = [.. after.Where(entry => before.TryGetValue(entry.Key, out var revision) && revision != entry.Value).Select(entry => entry.Key)],
            Removed = [.. before.Keys.Where(id => !after.ContainsKey(id))],
            ClausesAdded = [.. next.Clauses.All.Where(clause => !clausesBefore.Contains(clause))],
            ClausesRemoved = [.. previous.Clauses.All.Where(clause => !clausesAfter.Contains(clause))],
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

    private static SortedDictionary<DocumentId, string> Revisions(IndexSnapshot snapshot)
    {
        var revisions = new SortedDictionary<DocumentId, string>();
        foreach (var document in snapshot.Documents)
        {
            revisions[document.Id] = document.Revision;
        }
        return revisions;
    }
}
