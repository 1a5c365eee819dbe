using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Searching;

/// <summary>
/// Finds how passages write a name in the other script: romanised Chinese names by their reading, foreign ones by their
/// sound. Safe for concurrent use.
/// </summary>
internal sealed class NameSearch(LexiconSource lexicon)
{
    private const double LatinPersonWeight = 0.9;
    private const double SoundStep = 0.3;
    private const double MostTrust = 0.9;
    private const double RivalWeight = 0.3;
    private const int LongestTransliteration = 8;

    private readonly Lazy<PersonSearch> _persons = new(() => new(lexicon.Lexicon));
    private readonly Lazy<TransliterationSearch> _transliterations = new(() => new(lexicon.Lexicon.Pinyin));

    /// <summary>Reads Chinese persons' names.</summary>
    public NameMatcher Matcher => _persons.Value.Matcher;

    /// <summary>Ways to write it, as index terms that must all occur, in order, with how far each is to be trusted.</summary>
    /// <param name="name">Folded: Han characters that are no words, or Latin words.</param>
    /// <param name="index">The snapshot's.</param>
    public IEnumerable<(IReadOnlyList<int> Terms, double Weight)> Find(string name, LexicalIndex index) => Characters.IsHan(name[0])
        ? _persons.Value.InLatin(name, index).Select(terms => (terms, LatinPersonWeight)).Concat(Latin(name, index))
        : _persons.Value.InHan(name, index).Concat(name.Contains(' ', StringComparison.Ordinal) ? [] : Han(name, index));

    // The longest stretches that sound like a name in the passages: where a name ends, Chinese doesn't show.
    private List<(IReadOnlyList<int>, double)> Latin(string name, LexicalIndex index)
    {
        var found = new List<(IReadOnlyList<int>, double)>();
        for (var length = Math.Min(name.Length, LongestTransliteration); length > 1 && found.Count == 0; length--)
        {
            for (var start = 0; start + length <= name.Length; start++)
            {
                if (!TransliterationCharacters.ContainsAll(name.AsSpan(start, length)))
                {
                    continue;
                }
                foreach (var key in SoundKeys.OfHan(name.AsSpan(start, length), lexicon.Lexicon.Pinyin))
                {
                    var terms = index.Names.Find(key);
                    found.AddRange(terms.Select(term => ((IReadOnlyList<int>)[term], Trust(key, terms.Count))));
                }
            }
        }
        return found;
    }

    private IEnumerable<(IReadOnlyList<int>, double)> Han(string name, LexicalIndex index)
    {
        foreach (var key in SoundKeys.OfLatin(name))
        {
            var found = _transliterations.Value.Find(key, index);
            foreach (var terms in found)
            {
                yield return (terms, Trust(key, found.Count));
            }
        }
    }

    // Many names share a key of two sounds, and few one of four.
    private static double Trust(string key, int rivals) =>
        Math.Min(MostTrust, SoundStep * (key.Length - 1)) / (1 + (RivalWeight * Math.Log(rivals)));
}
