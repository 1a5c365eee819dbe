using Bot.Retrieval.Searching;

namespace Bot.Retrieval.Answering;

/// <summary>What tells whether a question is answered, each as a share of the question's mass unless said.</summary>
/// <param name="Score">The best passage's lexical score.</param>
/// <param name="RootScore">The same over the square root of the mass: a long question's score weighs more than a short one's.</param>
/// <param name="SentenceCoverage">Mass of the terms that one sentence of it holds, with the sentence before it and the title.</param>
/// <param name="Rise">How far the best passage's score stands above the tenth's.</param>
internal readonly record struct Signals(double Score, double RootScore, double SentenceCoverage, double Rise)
{
    private const int Background = 10;

    /// <summary>Null where nothing was found, or nothing asked.</summary>
    public static Signals? Of(RetrievalResult retrieval)
    {
        var mass = retrieval.Terms.Sum(term => term.Mass);
        if (retrieval.Passages.IsEmpty || mass <= 0)
        {
            return null;
        }
        var best = retrieval.Passages[0];
        var background = retrieval.Passages.Length >= Background ? retrieval.Passages[Background - 1].RawLexicalScore : 0;
        return new(
            best.RawLexicalScore / mass,
            best.RawLexicalScore / Math.Sqrt(mass),
            BestSentence(best, retrieval) / mass,
            (best.RawLexicalScore - background) / mass);
    }

    private static double BestSentence(RetrievedPassage found, RetrievalResult retrieval)
    {
        var index = retrieval.Snapshot.Lexical;
        var best = 0.0;
        for (var sentence = 0; sentence < index.SentenceCount(found.Number); sentence++)
        {
            var mass = 0.0;
            foreach (var term in retrieval.Terms)
            {
                if (term.IsKnown
                    && (index.SentenceTerms(found.Number, sentence).Contains(term.Id)
                        || (sentence > 0 && index.SentenceTerms(found.Number, sentence - 1).Contains(term.Id))
                        || index.TitleContains(found.Number, term.Id)))
                {
                    mass += term.Mass;
                }
            }
            best = Math.Max(best, mass);
        }
        return best;
    }
}
