using System.Collections.Immutable;
using System.Text;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>Completes references while they are typed: by number, by Chinese numeral, and by the code's name.</summary>
internal sealed class ClauseSuggestions
{
    private static readonly string[] Lead = ["section", "sections", "sec", "article", "articles", "art", "clause", "rule"];

    private readonly ImmutableArray<ClauseReference> _all;
    private readonly string[] _keys;
    private readonly int[] _places;

    public ClauseSuggestions(ImmutableArray<ClauseReference> all)
    {
        _all = all;
        var keys = new List<(string Key, int Place)>();
        for (var place = 0; place < all.Length; place++)
        {
            keys.AddRange(KeysOf(all[place]).Select(key => (key, place)));
        }
        keys.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key) is not 0 and var order ? order : left.Place.CompareTo(right.Place));
        (_keys, _places) = ([.. keys.Select(entry => entry.Key)], [.. keys.Select(entry => entry.Place)]);
    }

    /// <summary>An exact one first, then in the order of all clauses; with nothing typed, the first.</summary>
    public ImmutableArray<ClauseReference> For(string typed, int limit)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var key = Key(typed.Length > ClauseParser.LongestReference ? typed[..ClauseParser.LongestReference] : typed);
        if (key.Length == 0)
        {
            return [.. _all.Take(limit)];
        }
        var best = new SortedSet<(bool Longer, int Place)>();
        for (var i = FirstFrom(key); i < _keys.Length && _keys[i].StartsWith(key, StringComparison.Ordinal); i++)
        {
            best.Add((_keys[i].Length > key.Length, _places[i]));
            if (best.Count > limit)
            {
                best.Remove(best.Max);
            }
        }
        return [.. best.Select(entry => _all[entry.Place]).Distinct().Take(limit)];
    }

    private int FirstFrom(string key)
    {
        var (low, high) = (0, _keys.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(_keys[middle], key) < 0 ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    private static IEnumerable<string> KeysOf(ClauseReference reference)
    {
        var arabic = Key(reference.Canonical);
        var spoken = reference.Style == SectionStyle.ChineseArticle && int.TryParse(reference.Section, out var number) && number is > 0 and < 10_000
            ? ChineseNumeral.Print(number) + arabic[reference.Section.Length..]
            : null;
        foreach (var key in new[] { arabic, spoken }.OfType<string>())
        {
            yield return key;
            if (reference.Code is { } code && reference.Style != SectionStyle.UnitedStatesCode)
            {
                yield return Key(code) + key;
            }
        }
    }

    // Letters and digits alone, without 第, and without the words that only announce a clause.
    private static string Key(string text)
    {
        var key = new StringBuilder();
        var folded = TextFolder.FoldToString(text).Replace("中华人民共和国", "", StringComparison.Ordinal);
        foreach (var word in folded.Split([' ', '§'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Lead.Contains(word.TrimEnd('.')))
            {
                key.Append(word);
            }
        }
        for (var i = key.Length - 1; i >= 0; i--)
        {
            // The dots of 12.3.4 stay.
            if (!(char.IsLetterOrDigit(key[i]) || (key[i] == '.' && i > 0 && char.IsAsciiDigit(key[i - 1]) && i + 1 < key.Length && char.IsAsciiDigit(key[i + 1]))) || key[i] == '第')
            {
                key.Remove(i, 1);
            }
        }
        return key.ToString();
    }
}
