using Bot.Retrieval.Documents;
using Bot.Retrieval.Indexing;

namespace Bot.Host.CommandLine;

/// <summary>A document and how much is in it.</summary>
internal sealed record SourceSummary(Document Document, int Passages, int Clauses);

internal static class Sources
{
    /// <summary>In the snapshot's order.</summary>
    public static IEnumerable<SourceSummary> Of(IndexSnapshot snapshot)
    {
        var passages = snapshot.Passages.ToLookup(passage => passage.Document.Id);
        foreach (var document in snapshot.Documents)
        {
            var own = passages[document.Id].ToList();
            var clauses = own.SelectMany(passage => passage.ClauseMentions).SelectMany(mention => mention.References).Distinct().Count();
            yield return new(document, own.Count, clauses);
        }
    }
}
