using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Searching;

/// <summary>Finds Chinese persons' names across scripts, in either order, with hyphens, spaces or none. Immutable.</summary>
internal sealed class PersonSearch(BilingualLexicon lexicon)
{
    private const double FullWeight = 1;

    // Li Na is 李娜, and 里纳, 历纳 as well.
    private const double TwoCharacterWeight = 0.5;

    private readonly Dictionary<string, string> _characters = lexicon.Pinyin.CharactersByReading();

    public NameMatcher Matcher { get; } = new(lexicon);

    /// <summary>Romanised writings of the Han names in a stretch of text, as the index terms that must all occur.</summary>
    public IEnumerable<IReadOnlyList<int>> InLatin(string han, LexicalIndex index)
    {
        foreach (var key in Matcher.FindHanNames(han).SelectMany(name => name.Keys).Distinct(StringComparer.Ordinal))
        {
            var (family, given) = Split(key);
            foreach (var surname in SurnameSpellings.Of(family))
            {
                foreach (var syllables in Syllables(given).Append([given]))
                {
                    if (Known([surname, .. syllables], index) is { } terms && index.HaveAll(terms))
                    {
                        yield return terms;
                    }
                }
            }
        }
    }

    /// <summary>Han writings of a romanised name that some passage has, as the pairs that must all occur.</summary>
    public IEnumerable<(IReadOnlyList<int> Terms, double Weight)> InHan(string latin, LexicalIndex index)
    {
        foreach (var key in Matcher.KeysOfLatinName(latin))
        {
            var (family, given) = Split(key);
            foreach (var surname in Syllables(family))
            {
                foreach (var rest in Syllables(given))
                {
                    var found = new List<IReadOnlyList<int>>();
                    Extend([.. surname, .. rest], surname.Length, "", [], index, found);
                    foreach (var terms in found)
                    {
                        yield return (terms, terms.Count > 1 ? FullWeight : TwoCharacterWeight);
                    }
                }
            }
        }
    }

    private static (string Family, string Given) Split(string key)
    {
        var blank = key.IndexOf(' ', StringComparison.Ordinal);
        return (key[..blank], key[(blank + 1)..]);
    }

    private static List<int>? Known(IEnumerable<string> words, LexicalIndex index)
    {
        var terms = new List<int>();
        foreach (var word in words)
        {
            if (!index.TryGetTerm(EnglishStemmer.Stem(word), out var id))
            {
                return null;
            }
            if (!terms.Contains(id))
            {
                terms.Add(id);
            }
        }
        return terms;
    }

    // One syllable or two.
    private IEnumerable<string[]> Syllables(string letters)
    {
        if (_characters.ContainsKey(letters))
        {
            yield return [letters];
        }
        for (var cut = 1; cut < letters.Length; cut++)
        {
            if (_characters.ContainsKey(letters[..cut]) && _characters.ContainsKey(letters[cut..]))
            {
                yield return [letters[..cut], letters[cut..]];
            }
        }
    }

    private void Extend(string[] syllables, int surname, string name, List<int> pairs, LexicalIndex index, List<IReadOnlyList<int>> found)
    {
        if (name.Length == surname && !lexicon.Pinyin.IsSurname(name))
        {
            return;
        }
        if (name.Length == syllables.Length)
        {
            found.Add(pairs);
            return;
        }
        foreach (var character in _characters[syllables[name.Length]])
        {
            if (name.Length == 0)
            {
                Extend(syllables, surname, character.ToString(), pairs, index, found);
            }
            else if (index.TryGetTerm([name[^1], character], out var pair) && (pairs.Count == 0 || index.HaveAll([.. pairs, pair])))
            {
                Extend(syllables, surname, name + character, [.. pairs, pair], index, found);
            }
        }
    }
}
