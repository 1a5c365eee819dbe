using Bot.Retrieval.Indexing.Lexical;

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
        var held = index.TermsOf(passage);
        var masses = new double[held.SentenceCount];
        foreach (var term in terms)
        {
            var mass = againstBackground ? term.Weight : term.Mass;
            var sentences = term.IsKnown ? term.InSentences(held) : [];
            for (var sentence = 0; sentence < sentences.Length; sentence++)
            {
                masses[sentence] += sentences[sentence] * mass;
            }
        }
        return masses.DefaultIfEmpty(0).Max();
    }
}
