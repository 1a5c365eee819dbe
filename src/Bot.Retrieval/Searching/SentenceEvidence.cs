using Bot.Retrieval.Indexing;

namespace Bot.Retrieval.Searching;

/// <summary>What of a question's mass stands in a passage, and in its best sentence.</summary>
/// <param name="Passage">Mass of the terms that occur anywhere in the passage, its title included.</param>
/// <param name="BestSentence">Mass of the terms of the sentence with the most.</param>
internal readonly record struct SentenceEvidence(double Passage, double BestSentence)
{
    public static SentenceEvidence Of(int passage, IReadOnlyList<QueryTerm> terms, LexicalIndex index)
    {
        var best = 0.0;
        var seen = new HashSet<int>();
        for (var sentence = 0; sentence < index.SentenceCount(passage); sentence++)
        {
            var words = index.SentenceTerms(passage, sentence);
            var mass = 0.0;
            foreach (var term in terms)
            {
                if (term.IsKnown && words.Contains(term.Id))
                {
                    mass += term.Mass;
                    seen.Add(term.Id);
                }
            }
            best = Math.Max(best, mass);
        }
        var total = 0.0;
        foreach (var term in terms)
        {
            if (term.IsKnown && (seen.Contains(term.Id) || index.TitleContains(passage, term.Id)))
            {
                total += term.Mass;
            }
        }
        return new(total, best);
    }
}
