using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Bot.Benchmarks.Synthetic;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Indexing.Vectors;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Searching;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks;

/// <summary>Our engines as the figures use them: all of the bench that must know how they are built.</summary>
internal static class Engines
{
    /// <summary>How many passages are asked for.</summary>
    public const int Limit = 10;

    /// <summary>About what the index of words takes.</summary>
    public const double BytesAPassage = 2000;

    /// <summary>As the host builds it.</summary>
    public static VectorIndex Vectors(VectorSet set) => new("bench", set.Dimensions, set.Vectors);

    /// <summary>As the host searches.</summary>
    public static ScoredPassage[] Search(VectorIndex index, ReadOnlySpan<float> query) => index.Search(query, null, Limit);

    /// <summary>Compares with every vector.</summary>
    public static ScoredPassage[] SearchExactly(VectorIndex index, ReadOnlySpan<float> query) => index.SearchExactly(query, null, Limit);

    /// <summary>Whether they were compiled to be fast: a Debug build's times say nothing.</summary>
    public static bool AreOptimised { get; } =
        typeof(VectorIndex).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };

    /// <summary>Analysis and all.</summary>
    public static LexicalIndex Words(ImmutableArray<Passage> passages) => LexicalIndex.Of(passages);

    /// <summary>The terms of each question, as the retriever looks for them.</summary>
    public static List<List<QuestionTerm>> TermsOf(Corpus corpus)
    {
        var analyzer = new QuestionAnalyzer(new LexiconSource(NullLogger<LexiconSource>.Instance));
        return [.. corpus.Questions.Select(analyzer.Analyze)];
    }

    public static ScoredPassage[] Search(LexicalIndex index, IReadOnlyList<QuestionTerm> terms) =>
        LexicalSearch.Top(LexicalSearch.Resolve(terms, index), index, null, Limit);

    /// <summary>Reads every posting of a term, if there is one.</summary>
    public static long SumOfPostings(LexicalIndex index, string term)
    {
        if (!index.TryGetTerm(term, out var number))
        {
            return 0;
        }
        var sum = 0L;
        foreach (var view in index.Segments)
        {
            if (view.TryGetOwn(number, out var own))
            {
                var postings = new PostingBuffer();
                view.Segment.Postings(own).CopyTo(postings);
                sum += postings.Count;
            }
        }
        return sum;
    }
}
