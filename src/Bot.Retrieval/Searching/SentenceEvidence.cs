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
    /// <param name="withContext">Whether the sentence before and the title count too.</param>
    public static double Best(int passage, IReadOnlyList<QueryTerm> terms, LexicalIndex index, bool againstBackground, bool withContext)
    {
        var best = 0.0;
        var here = Occurring(passage, terms, index);
        for (var sentence = 0; sentence < index.SentenceCount(passage); sentence++)
        {
            var mass = 0.0;
            foreach (var term in here)
            {
                mass += Held(term, passage, sentence, index, withContext) * (againstBackground ? term.Weight : term.Mass);
            }
            best = Math.Max(best, mass);
        }
        return best;
    }

    // Most wordings aren't in the passage at all, and needn't be looked for in each of its sentences.
    private static List<QueryTerm> Occurring(int passage, IReadOnlyList<QueryTerm> terms, LexicalIndex index)
    {
        var here = new List<QueryTerm>(terms.Count);
        foreach (var term in terms)
        {
            var wordings = term.Wordings.Length == 1 ? term.Wordings : term.Wordings.RemoveAll(wording => !wording.IsInPassage(passage, index));
            if (!wordings.IsEmpty)
            {
                here.Add(wordings.Length == term.Wordings.Length ? term : term with { Wordings = wordings });
            }
        }
        return here;
    }

    private static double Held(QueryTerm term, int passage, int sentence, LexicalIndex index, bool withContext)
    {
        var held = term.In(index.SentenceTerms(passage, sentence));
        if (held < 1 && withContext)
        {
            held = Math.Max(held, sentence > 0 ? term.In(index.SentenceTerms(passage, sentence - 1)) : 0);
            held = Math.Max(held, term.InTitle(passage, index));
        }
        return held;
    }
}
