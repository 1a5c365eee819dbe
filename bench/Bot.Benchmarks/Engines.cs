using System.Collections.Immutable;
using Bot.Benchmarks.Synthetic;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Searching;

namespace Bot.Benchmarks;

/// <summary>Our engines as the figures use them: all of the bench that must know how they are built.</summary>
internal static class Engines
{
    /// <summary>How many passages are asked for.</summary>
    public const int Limit = 10;

    /// <summary>Compares with every vector.</summary>
    public static VectorIndex ExactVectors(VectorSet set) => new("bench", set.Dimensions, [.. set.Vectors]);

    /// <summary>As the host builds it.</summary>
    public static VectorIndex DefaultVectors(VectorSet set) => new("bench", set.Dimensions, [.. set.Vectors]);

    public static ScoredPassage[] Search(VectorIndex index, ReadOnlySpan<float> query) => index.Search(query, null, Limit);

    /// <summary>Analysis and all.</summary>
    public static LexicalIndex Words(ImmutableArray<Passage> passages)
    {
        var builder = new LexicalIndexBuilder();
        foreach (var passage in passages)
        {
            builder.Add(passage);
        }
        return builder.Build();
    }

    public static ScoredPassage[] Search(LexicalIndex index, IReadOnlyList<QuestionTerm> terms) =>
        LexicalSearch.Top(LexicalSearch.Resolve(terms, index), index, null, Limit);

    /// <summary>Reads every posting of a term, if there is one.</summary>
    public static long SumOfPostings(LexicalIndex index, string term)
    {
        var sum = 0L;
        if (index.TryGetTerm(term, out var id))
        {
            foreach (var posting in index.Postings(id))
            {
                sum += posting.Passage + posting.Text;
            }
        }
        return sum;
    }
}
