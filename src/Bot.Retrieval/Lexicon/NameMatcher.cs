using System.Text;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Lexicon;

/// <summary>
/// Gives romanised and Han writings of a Chinese person's name the same keys, <c>li feifei</c>: surname, given name. A name
/// of several readings has several. Immutable, and safe to use from many threads at once.
/// </summary>
public sealed class NameMatcher
{
    // Two characters read four ways each; beyond that the readings are rare ones.
    private const int MostKeys = 16;
    private const int LongestName = 4;

    private readonly PinyinTable _pinyin;
    private readonly PinyinSplitter _splitter;
    private readonly HashSet<string> _surnames;

    public NameMatcher(BilingualLexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        _pinyin = lexicon.Pinyin;
        _splitter = new(_pinyin);
        _surnames = _pinyin.SurnameReadings();
    }

    /// <summary>
    /// Keys of a name in Latin letters: <c>Fei-Fei Li</c>, <c>LI Feifei</c>, <c>Li Fei Fei</c>, <c>LiFeifei</c>. Either order
    /// is tried; none for what can't be read as Chinese.
    /// </summary>
    public IReadOnlyCollection<string> KeysOfLatinName(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var parts = Parts(words);
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        switch (parts)
        {
            case [var whole]:
                AddSplits(whole, keys);
                break;
            case [var first, var second]:
                Add(first, second, keys);
                Add(second, first, keys);
                break;
            case [var first, var second, var third]:
                Add(first, second + third, keys);
                Add(third, first + second, keys);
                Add(first + second, third, keys);
                break;
        }
        return keys;
    }

    /// <summary>Keys of a folded Han name of two to four characters; none where it doesn't start with a surname.</summary>
    public IReadOnlyCollection<string> KeysOfHanName(ReadOnlySpan<char> han)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        for (var surname = 1; surname <= 2; surname++)
        {
            if (han.Length - surname is >= 1 and <= 2 && _pinyin.IsSurname(han[..surname]))
            {
                foreach (var family in Readings(han[..surname]).Where(_surnames.Contains))
                {
                    keys.UnionWith(Readings(han[surname..]).Select(given => $"{family} {given}"));
                }
            }
        }
        return keys;
    }

    /// <summary>
    /// Every stretch of folded text that could be a Han name, with its keys: many aren't names, and only a key that the other
    /// side has too says more.
    /// </summary>
    public IEnumerable<(TextSpan Span, IReadOnlyCollection<string> Keys)> FindHanNames(string foldedText)
    {
        ArgumentNullException.ThrowIfNull(foldedText);
        for (var start = 0; start < foldedText.Length; start++)
        {
            for (var length = 2; length <= LongestName && start + length <= foldedText.Length && Characters.IsHan(foldedText[start + length - 1]); length++)
            {
                if (KeysOfHanName(foldedText.AsSpan(start, length)) is { Count: > 0 } keys)
                {
                    yield return (new(start, length), keys);
                }
            }
        }
    }

    /// <summary>
    /// Every stretch of one to three words that could be a Chinese name, with its keys. Where the text has capitals at all, a
    /// name's words have them.
    /// </summary>
    public IEnumerable<(TextSpan Span, IReadOnlyCollection<string> Keys)> FindLatinNames(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = LatinWords(text);
        var hasCapitals = text.Any(char.IsUpper);
        for (var first = 0; first < words.Count; first++)
        {
            for (var last = first; last < Math.Min(first + 3, words.Count); last++)
            {
                var word = words[last].In(text);
                if ((hasCapitals && !char.IsUpper(word[0])) || (last > first && !IsJoined(text, words[last - 1].End, words[last].Start)))
                {
                    break;
                }
                var span = TextSpan.FromBounds(words[first].Start, words[last].End);
                if (KeysOfLatinName(span.In(text).ToString()) is { Count: > 0 } keys)
                {
                    yield return (span, keys);
                }
            }
        }
    }

    private static bool IsJoined(string text, int end, int start) => text.AsSpan(end..start) is " " or ", ";

    private static List<TextSpan> LatinWords(string text)
    {
        var words = new List<TextSpan>();
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && (IsLetter(text[end]) || (end > start && text[end] is '-' or '‐' or '\'' or '’' && end + 1 < text.Length && IsLetter(text[end + 1]))))
            {
                end++;
            }
            if (end > start)
            {
                words.Add(TextSpan.FromBounds(start, end));
                start = end;
            }
        }
        return words;
    }

    private static bool IsLetter(char character) => char.IsLetter(character) && !Characters.IsHan(character);

    // Lower case and without marks: hyphens join, ü is v as in the dictionary; "LiFeifei" is cut at its capital.
    private static List<string> Parts(string words)
    {
        var parts = new List<string>();
        foreach (var span in LatinWords(words))
        {
            var part = new StringBuilder();
            var word = span.In(words);
            for (var i = 0; i < word.Length; i++)
            {
                if (part.Length > 0 && char.IsUpper(word[i]) && char.IsLower(word[i - 1]))
                {
                    parts.Add(part.ToString());
                    part.Clear();
                }
                if (char.IsLetter(word[i]))
                {
                    part.Append(PlainLetter(word[i]));
                }
            }
            parts.Add(part.ToString());
        }
        return parts;
    }

    private static char PlainLetter(char character)
    {
        var lower = char.ToLowerInvariant(character);
        if (lower < '\u0080')
        {
            return lower;
        }
        return lower is 'ü' or 'ǖ' or 'ǘ' or 'ǚ' or 'ǜ' ? 'v' : lower.ToString().Normalize(NormalizationForm.FormD)[0];
    }

    private void Add(string family, string given, SortedSet<string> keys)
    {
        if (_splitter.CountSyllables(given) is not (1 or 2))
        {
            return;
        }
        foreach (var surname in SurnameSpellings.InPinyin(family))
        {
            if (_surnames.Contains(surname))
            {
                keys.Add($"{surname} {given}");
            }
        }
    }

    // "xijinping": three syllables that start with a surname. Fewer are as often words of other languages.
    private void AddSplits(string whole, SortedSet<string> keys)
    {
        if (_splitter.CountSyllables(whole) is not (3 or 4))
        {
            return;
        }
        for (var cut = 1; cut < whole.Length; cut++)
        {
            Add(whole[..cut], whole[cut..], keys);
            Add(whole[cut..], whole[..cut], keys);
        }
    }

    private List<string> Readings(ReadOnlySpan<char> han)
    {
        var readings = new List<string> { "" };
        foreach (var character in han)
        {
            readings = [.. readings.SelectMany(_ => _pinyin.ReadingsOf(character), (before, reading) => before + reading).Take(MostKeys)];
        }
        return readings;
    }
}
