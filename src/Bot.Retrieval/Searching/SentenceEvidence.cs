using Bot.Retrieval.Indexing;

namespace Bot.Retrieval.Searching;

/// <summary>What of a question stands together in one sentence of a passage.</summary>
internal static class SentenceEvidence
{
    /// <summary>The mass of the sentence with the most.</summary>
    /// <param name="passage">Its number.</param>
    /// <param name="terms">The question's.</param>
    /// <param name="index">The snapshot's.</param>
    /// <param name="againstBackground">Whether terms count by what they say of certainty, not of rank.</param>
    public static double Best(int passage, IReadOnlyList<QueryTerm> terms, LexicalIndex index, bool againstBackground)
    {
        var best = 0.0;
        var here = terms.Select(term => term.Within(passage, index)).Where(term => term.IsKnown).ToList();
        for (var sentence = 0; sentence < index.SentenceCount(passage); sentence++)
        {
            var words = index.SentenceTerms(passage, sentence);
            var mass = 0.0;
            foreach (var term in here)
            {
                mass += term.In(words) * (againstBackground ? term.Weight : term.Mass);
            }
            best = Math.Max(best, mass);
        }
        return best;
    }
}
