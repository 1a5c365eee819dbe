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
        if (retrieval.Passages.IsEmpty)
        {
            return null;
        }
        var terms = retrieval.TermsOf(retrieval.Passages[0]);
        var weight = terms.Sum(term => term.Weight);
        if (weight <= 0)
        {
            return null;
        }
        var best = ScoreOf(retrieval.Passages[0], retrieval);
        var background = retrieval.Passages.Length >= BackgroundRank ? ScoreOf(retrieval.Passages[BackgroundRank - 1], retrieval) : 0;
        return new(
            best / weight,
            best / Math.Sqrt(weight),
            SentenceEvidence.Best(retrieval.Passages[0].Number, terms, retrieval.Snapshot.Lexical, againstBackground: true, withContext: true) / weight,
            (best - background) / weight,
            Math.Log(retrieval.Snapshot.Passages.Length));
    }

    private static double ScoreOf(RetrievedPassage found, RetrievalResult retrieval) =>
        LexicalSearch.Score(found.Number, retrieval.TermsOf(found), retrieval.Snapshot.Lexical, againstBackground: true)
        + (LexicalSearch.BestSentenceWeight
            * SentenceEvidence.Best(found.Number, retrieval.TermsOf(found), retrieval.Snapshot.Lexical, againstBackground: true, withContext: false));
}
