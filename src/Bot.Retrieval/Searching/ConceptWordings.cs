using System.Collections.Immutable;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Searching;

/// <summary>
/// Collects the ways in which one snapshot's passages may write a concept: its renderings, and what a writer puts in their
/// place. Used for one concept.
/// </summary>
internal sealed class ConceptWordings(LexicalIndex index)
{
    private const int Most = 40;
    private const double PartWeight = 0.8;
    private const double RelativeWeight = 0.8;
    private const double CharacterWeight = 0.3;
    private const double CharacterGain = 1.5;
    private const double LeastCharacterShare = 0.15;

    // A name with so good a translation isn't looked for by its sound.
    private const double GoodTranslation = 0.8;

    private readonly Dictionary<string, QueryWording> _found = new(StringComparer.Ordinal);

    /// <summary>The likeliest first.</summary>
    public ImmutableArray<QueryWording> Of(QuestionConcept concept, NameSearch names)
    {
        foreach (var rendering in concept.Renderings)
        {
            AddWhole(rendering);
            AddParts(rendering);
            AddRelatives(rendering);
        }
        AddCharacters(concept.Renderings);
        if (concept.Name is { } name && !_found.Values.Any(wording => !wording.IsPart && wording.Weight > GoodTranslation))
        {
            foreach (var (terms, weight) in names.Find(name, index))
            {
                Add(terms, weight, isPart: false);
            }
        }
        return [.. _found.Values.OrderByDescending(wording => wording.Weight).Take(Most)];
    }

    private void AddWhole(Rendering rendering)
    {
        var ids = new List<int>(rendering.Terms.Length);
        foreach (var term in rendering.Terms)
        {
            if (!index.TryGetTerm(term, out var id))
            {
                return;
            }
            ids.Add(id);
        }
        Add(ids, rendering.Weight, isPart: false);
    }

    // The Atlantic Ocean is often just the Atlantic: a part stands for the whole by its share of the whole's rarity.
    private void AddParts(Rendering rendering)
    {
        if (rendering.Terms.Length == 1)
        {
            return;
        }
        var total = rendering.Terms.Sum(Rarity);
        foreach (var term in rendering.Terms)
        {
            if (index.TryGetTerm(term, out var id))
            {
                Add([id], rendering.Weight * PartWeight * Rarity(term) / total, isPart: true);
            }
        }
    }

    private void AddRelatives(Rendering rendering)
    {
        if (rendering.Word is null)
        {
            return;
        }
        foreach (var relative in WordRelatives.StemsOf(rendering.Word))
        {
            if (index.TryGetTerm(relative, out var id))
            {
                Add([id], rendering.Weight * RelativeWeight, isPart: false);
            }
        }
    }

    // Chinese words for one thing share characters (获胜, 胜利, 取胜): one that many of the translations have stands for
    // those that the dictionary lacks.
    private void AddCharacters(ImmutableArray<Rendering> renderings)
    {
        var weights = new Dictionary<char, double>();
        var total = 0.0;
        foreach (var rendering in renderings.Where(rendering => rendering.Han is not null))
        {
            total += rendering.Weight;
            foreach (var character in rendering.Han!.Distinct())
            {
                weights[character] = weights.GetValueOrDefault(character) + rendering.Weight;
            }
        }
        foreach (var (character, weight) in weights)
        {
            var share = Math.Min(1, CharacterGain * weight / total);
            if (share > LeastCharacterShare && index.TryGetTerm([character], out var id))
            {
                Add([id], CharacterWeight * share, isPart: true);
            }
        }
    }

    private double Rarity(string term) => index.Idf(index.TryGetTerm(term, out var id) ? index.Frequency(id) : 0);

    private void Add(IReadOnlyList<int> ids, double weight, bool isPart)
    {
        var key = string.Join(' ', ids);
        if (!_found.TryGetValue(key, out var known) || known.Weight < weight)
        {
            _found[key] = new([.. ids], weight) { Rarest = ids.Count == 1 ? ids[0] : ids.MinBy(index.Frequency), IsPart = isPart };
        }
    }
}
