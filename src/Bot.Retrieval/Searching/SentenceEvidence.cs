using Bot.Retrieval.Indexing.Lexical;

namespace Bot.Retrieval.Searching;

/// <summary>What of a question stands together in one sentence of a passage.</summary>
internal static class SentenceEvidence
{
    /// <summary>The weight, in certainty, of the sentence with the most.</summary>
    /// <param name="passage">Its number.</param>
    /// <param name="terms">The question's.</param>
    /// <param name="index">The snapshot's.</param>
    public static double Best(int passage, IReadOnlyList<QueryTerm> terms, LexicalIndex index)
    {
        var held = index.TermsOf(passage);
        var weights = new double[held.SentenceCount];
        foreach (var term in terms)
        {
            var sentences = term.IsKnown ? term.InSentences(held) : [];
            for (var sentence = 0; sentence < sentences.Length; sentence++)
            {
                weights[sentence] += sentences[sentence] * term.Weight;
            }
        }
        return weights.DefaultIfEmpty(0).Max();
    }
}
