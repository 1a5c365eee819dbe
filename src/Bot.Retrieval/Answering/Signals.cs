using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;

namespace Bot.Retrieval.Answering;

/// <summary>What tells whether a question is answered. Terms are weighed against a background, so that small corpora are judged like large ones.</summary>
/// <param name="Score">The best passage's lexical score, as a share of the question's weight.</param>
/// <param name="RootScore">The same over the square root of the weight: a long question's score says more than a short one's.</param>
/// <param name="SentenceCoverage">Share of the question's weight that one sentence holds, with the sentence before it and the title.</param>
/// <param name="Rise">How far the best passage's score stands above the tenth's, as a share of the question's weight.</param>
/// <param name="LogPassages">Natural logarithm of the number of passages: the more there are, the more look right by chance.</param>
internal readonly record struct Signals(double Score, double RootScore, double SentenceCoverage, double Rise, double LogPassages)
{
    private const int BackgroundRank = 10;

    /// <summary>Null where nothing was found, or nothing asked.</summary>
    public static Signals? Of(RetrievalResult retrieval)
    {
        var weight = retrieval.Terms.Sum(term => term.Weight);
        if (retrieval.Passages.IsEmpty || weight <= 0)
        {
            return null;
        }
        var best = ScoreOf(retrieval.Passages[0], retrieval);
        var background = retrieval.Passages.Length >= BackgroundRank ? ScoreOf(retrieval.Passages[BackgroundRank - 1], retrieval) : 0;
        return new(
            best / weight,
            best / Math.Sqrt(weight),
            BestSentence(retrieval.Passages[0].Number, retrieval, withContext: true) / weight,
            (best - background) / weight,
            Math.Log(retrieval.Snapshot.Passages.Length));
    }

    private static double ScoreOf(RetrievedPassage found, RetrievalResult retrieval) =>
        LexicalSearch.ScoreAgainstBackground(found.Number, retrieval.Terms, retrieval.Snapshot.Lexical)
        + (LexicalSearch.BestSentenceWeight * BestSentence(found.Number, retrieval, withContext: false));

    private static double BestSentence(int passage, RetrievalResult retrieval, bool withContext)
    {
        var index = retrieval.Snapshot.Lexical;
        var best = 0.0;
        for (var sentence = 0; sentence < index.SentenceCount(passage); sentence++)
        {
            var weight = 0.0;
            foreach (var term in retrieval.Terms)
            {
                if (term.IsKnown && (index.SentenceTerms(passage, sentence).Contains(term.Id) || (withContext && IsAround(term.Id, passage, sentence, index))))
                {
                    weight += term.Weight;
                }
            }
            best = Math.Max(best, weight);
        }
        return best;
    }

    private static bool IsAround(int term, int passage, int sentence, LexicalIndex index) =>
        (sentence > 0 && index.SentenceTerms(passage, sentence - 1).Contains(term)) || index.TitleContains(passage, term);
}
