using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>A text that may have names: answers whether it has one, however it writes it.</summary>
internal sealed class NameHolder
{
    private const int LeastStem = 4;
    private static readonly string[] Endings = ["s", "es", "n", "an", "ian", "ans", "ians", "n's", "'s", "ish", "ese", "i", "ic"];

    private readonly string _folded;
    private readonly Lazy<HashSet<string>> _words;
    private readonly Lazy<HashSet<string>> _keys;
    private readonly Lazy<HashSet<string>> _identifiers;

    public NameHolder(string text, NameMatcher matcher)
    {
        _folded = TextFolder.FoldToString(text);
        _words = new(() => [.. EnglishWords.Split(text)]);
        _keys = new(() => [.. matcher.FindHanNames(_folded).SelectMany(name => name.Keys), .. matcher.FindLatinNames(text).SelectMany(name => name.Keys)]);
        _identifiers = new(() => Identifiers.In(text));
    }

    public bool Has(NamedThing name) => name.Forms.Any(Has) || (name.Keys.Length > 0 && name.Keys.Any(_keys.Value.Contains));

    private bool Has(string form)
    {
        if (form.Any(Characters.IsHan))
        {
            return _folded.Contains(form, StringComparison.Ordinal);
        }
        // Greek, Hangul and the like have no words that the dictionary cuts.
        return _identifiers.Value.Contains(form) || (EnglishWords.Split(form) is { Count: > 0 } words ? words.All(HasWord) : _folded.Contains(form, StringComparison.Ordinal));
    }

    // California has Californian, and the other way round; a letter more or less is another name.
    private bool HasWord(string word) => _words.Value.Contains(word)
        || (word.Length >= LeastStem && _words.Value.Any(other => IsInflected(word, other) || IsInflected(other, word)));

    private static bool IsInflected(string word, string longer) =>
        word.Length >= LeastStem && longer.Length > word.Length && longer.StartsWith(word, StringComparison.Ordinal) && Endings.Contains(longer[word.Length..], StringComparer.Ordinal);
}
