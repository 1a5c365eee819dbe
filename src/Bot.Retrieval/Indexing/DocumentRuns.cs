using System.Collections.Immutable;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing;

/// <summary>The passages of one document after the other.</summary>
internal static class DocumentRuns
{
    /// <summary>In the order in which the documents are come upon. Passages of the same document's id belong together wherever they are.</summary>
    public static IEnumerable<ReadOnlyMemory<Passage>> Of(ImmutableArray<Passage> passages)
    {
        var runs = new List<ReadOnlyMemory<Passage>>();
        var ids = new HashSet<DocumentId>();
        for (var start = 0; start < passages.Length;)
        {
            var document = passages[start].Document;
            var end = start + 1;
            while (end < passages.Length && ReferenceEquals(passages[end].Document, document))
            {
                end++;
            }
            if (!ids.Add(document.Id))
            {
                // Two folders that have a file of the same name count as one.
                return passages.GroupBy(passage => passage.Document.Id).Select(group => new ReadOnlyMemory<Passage>([.. group]));
            }
            runs.Add(passages.AsMemory()[start..end]);
            start = end;
        }
        return runs;
    }
}
