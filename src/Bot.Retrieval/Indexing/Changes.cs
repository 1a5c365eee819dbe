using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Indexing;

/// <summary>Compares two snapshots.</summary>
internal static class Changes
{
    public static ReloadReport Between(IndexSnapshot previous, IndexSnapshot next)
    {
        var before = Revisions(previous);
        var after = Revisions(next);
        var clausesBefore = previous.Clauses.All.ToHashSet();
        var clausesAfter = next.Clauses.All.ToHashSet();
        return new ReloadReport
        {
            Revision = next.Revision,
            Added = [.. after.Keys.Where(id => !before.ContainsKey(id))],
            Changed = [.. after.Where(entry => before.TryGetValue(entry.Key, out var revision) && revision != entry.Value).Select(entry => entry.Key)],
            Removed = [.. before.Keys.Where(id => !after.ContainsKey(id))],
            ClausesAdded = [.. next.Clauses.All.Where(clause => !clausesBefore.Contains(clause))],
            ClausesRemoved = [.. previous.Clauses.All.Where(clause => !clausesAfter.Contains(clause))],
            Quarantined = next.Quarantined,
            Documents = next.Documents.Length,
            Passages = next.Passages.Length,
            Clauses = clausesAfter.Count,
        };
    }

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
