using System.Collections.Immutable;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing.Lexical;

namespace Bot.Retrieval.Searching;

/// <summary>Looks a question's concepts up in one snapshot's index.</summary>
/// <remarks>
/// A concept is as rare as all its likely wordings together (Pirkola's structured queries), so that it gains no weight by
/// having many translations. A part of a wording is worth less than the whole, by how common the part is.
/// </remarks>
internal sealed class TranslationResolver(LexicalIndex index, NameSearch names)
{
    /// <summary>Concepts without a wording stay, and count as the rarest; names that the index lacks go.</summary>
    public QueryTerm[] Resolve(IReadOnlyList<QuestionConcept> concepts)
    {
        var resolved = new List<QueryTerm>(concepts.Count);
        foreach (var concept in concepts)
        {
            var wordings = new ConceptWordings(index).Of(concept, names);
            if (wordings.IsEmpty && concept.IsGuess)
            {
                continue;
            }
            var frequency = LexicalSearch.Frequency(wordings.RemoveAll(wording => wording.IsPart), index);
            var rarity = index.Idf(frequency);
            resolved.Add(new(
                concept.Text,
                [.. wordings.Select(wording => wording.IsPart ? Weaken(wording, rarity) : wording)],
                concept.Weight * rarity,
                concept.Certainty * index.Idf(frequency, LexicalSearch.Background)));
        }
        return [.. resolved];
    }

    private QueryWording Weaken(QueryWording part, double rarity) =>
        part with { Weight = part.Weight * Math.Min(1, index.Idf(index.Frequency(part.Rarest)) / rarity) };
}
