using System.Collections.Immutable;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing;

/// <summary>What a snapshot's passages say of themselves; each is made in one go through them.</summary>
internal static class PassageLists
{
    /// <summary>Each document once, in the order of its first passage.</summary>
    public static ImmutableArray<Document> DocumentsOf(ImmutableArray<Passage> passages)
    {
        var documents = ImmutableArray.CreateBuilder<Document>();
        var seen = new HashSet<Document>(ReferenceEqualityComparer.Instance);
        Document? last = null;
        foreach (var passage in passages)
        {
            if (!ReferenceEquals(passage.Document, last) && seen.Add(passage.Document))
            {
                documents.Add(passage.Document);
            }
            last = passage.Document;
        }
        return documents.ToImmutable();
    }

    /// <summary>The number of each id: its place, the first where two passages have the same.</summary>
    public static Dictionary<PassageId, int> NumbersOf(ImmutableArray<Passage> passages)
    {
        var numbers = new Dictionary<PassageId, int>(passages.Length);
        for (var number = 0; number < passages.Length; number++)
        {
            numbers.TryAdd(passages[number].Id, number);
        }
        return numbers;
    }
}
