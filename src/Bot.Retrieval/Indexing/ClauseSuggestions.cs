using System.Collections.Immutable;
using System.Text;
using Bot.Retrieval.Clauses;

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
        // The best so far, in order; an exact one ranks before a longer one.
        var best = new List<long>(limit + 1);
        for (var i = FirstFrom(key); i < _keys.Length && limit > 0 && _keys[i].StartsWith(key, StringComparison.Ordinal); i++)
        {
            var rank = (_keys[i].Length > key.Length ? 1L << 32 : 0) | (long)_places[i];
            if ((best.Count < limit || rank < best[^1]) && best.BinarySearch(rank) is < 0 and var place)
            {
                best.Insert(~place, rank);
                if (best.Count > limit)
                {
                    best.RemoveAt(limit);
                }
            }
        }
        return [.. best.Select(rank => _all[(int)rank]).Distinct()];
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
        var digits = reference.Section.TakeWhile(char.IsAsciiDigit).Count();
        var spoken = reference.Style == SectionStyle.ChineseArticle && int.TryParse(reference.Section.AsSpan(0, digits), out var number) && number is > 0 and < 10_000
            ? ChineseNumeral.Print(number) + arabic[digits..]
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
        var even = EvenText.Of(text).Replace("中华人民共和国", "", StringComparison.Ordinal);
        var key = new StringBuilder(even.Length);
        for (var i = 0; i < even.Length; i++)
        {
            var end = Scan.Letters(even, i);
            if (end > i)
            {
                AppendWord(key, even, i, end);
                i = end - 1;
            }
            // The dots of 12.3.4 stay.
            else if ((char.IsLetterOrDigit(even[i]) && even[i] != '第') || (even[i] == '.' && char.IsAsciiDigit(Scan.At(even, i - 1)) && char.IsAsciiDigit(Scan.At(even, i + 1))))
            {
                key.Append(char.ToLowerInvariant(even[i]));
            }
        }
        return key.ToString();
    }

    private static void AppendWord(StringBuilder key, string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        foreach (var lead in Lead)
        {
            if (word.Equals(lead, StringComparison.OrdinalIgnoreCase) && Scan.At(text, start - 1) is '\0' or ' ')
            {
                return;
            }
        }
        foreach (var character in word)
        {
            key.Append(char.ToLowerInvariant(character));
        }
    }
}
