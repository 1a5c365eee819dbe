using System.Text.RegularExpressions;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>The numbers, amounts and dates of some texts, by the keys that both languages share.</summary>
internal sealed partial class KnownQuantities
{
    private const int MatchTimeoutMilliseconds = 1000;

    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _yearless = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bare = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _digits = new(StringComparer.Ordinal);

    public KnownQuantities(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Add(text);
        }
    }

    /// <summary>How often a key is written.</summary>
    public int Count(string key) => _counts.GetValueOrDefault(key);

    /// <summary>Whether these digits are written in one run.</summary>
    public bool HasDigits(string digits) => _digits.Contains(digits);

    /// <summary>Whether what one place of a sentence says is written here.</summary>
    /// <param name="keys">All keys of that place.</param>
    public bool Has(string[] keys)
    {
        if (Array.Exists(keys, IsDate))
        {
            return Array.TrueForAll(keys, key => !IsDate(key) || HasDate(key)) || Array.Exists(keys, key => IsNumber(key) && _written.Contains(key));
        }
        var exact = Array.FindAll(keys, key => !IsNumber(key));
        // With a unit: as a bare number, but never with another unit.
        return exact.Length > 0
            ? Array.TrueForAll(exact, _written.Contains) || Array.Exists(keys, key => IsNumber(key) && _bare.Contains(key))
            : Array.TrueForAll(keys, _written.Contains);
    }

    // 2024-02-07 is written, or 02-07 without a year and the year somewhere else; May 2016 isn't where May 2013 and 2016 are.
    private bool HasDate(string key)
    {
        if (_written.Contains(key))
        {
            return true;
        }
        return key.Split(':') switch
        {
            ["d", { Length: 10 } date] => _yearless.Contains("d:" + date[5..]) && HasYear(date[..4]),
            ["m", { Length: 7 } month] => _yearless.Contains("m:" + month[5..]) && HasYear(month[..4]),
            _ => _parts.Contains(key),
        };
    }

    private bool HasYear(string year) => _written.Contains("y:" + year) || _parts.Contains("y:" + year);

    private void Add(string text)
    {
        foreach (var place in NumberNormalizer.FindAll(text).GroupBy(quantity => quantity.Span))
        {
            var isBare = place.All(quantity => IsNumber(quantity.Key) || quantity.Key.StartsWith("y:", StringComparison.Ordinal));
            var hasYear = place.Any(quantity => quantity.Key is ['y', ..] or ['d', ':', _, _, _, _, '-', ..] or ['m', ':', _, _, _, _, '-', ..]);
            foreach (var quantity in place)
            {
                if (!hasYear)
                {
                    _yearless.Add(quantity.Key);
                }
                _written.Add(quantity.Key);
                _counts[quantity.Key] = _counts.GetValueOrDefault(quantity.Key) + 1;
                _parts.UnionWith(PartsOf(quantity.Key));
                if (isBare && IsNumber(quantity.Key))
                {
                    _bare.Add(quantity.Key);
                }
            }
        }
        // 1-9月: January is in it though it has no unit of its own.
        foreach (Match range in Range().Matches(text))
        {
            _written.UnionWith(NumberNormalizer.FindAll(range.Groups["first"].Value + range.Groups["unit"].Value).Select(quantity => quantity.Key));
        }
        _digits.UnionWith(Digits().Matches(text).Select(match => match.Value));
    }

    private static IEnumerable<string> PartsOf(string key) => key.Split(':') switch
    {
        ["d", { Length: 10 } date] => ["d:" + date[5..], "m:" + date[5..7], "m:" + date[..7], "y:" + date[..4]],
        ["d", { Length: 5 } day] => ["m:" + day[..2]],
        ["m", { Length: 7 } month] => ["m:" + month[5..], "y:" + month[..4]],
        _ => [],
    };

    private static bool IsNumber(string key) => key.StartsWith("n:", StringComparison.Ordinal);

    private static bool IsDate(string key) => key[0] is 'd' or 'm' or 'y' && key[1] == ':';

    [GeneratedRegex(@"(?<first>[0-9]+)\s*(-|–|~|～|至|到)\s*[0-9]+\s*(?<unit>月|年|日|%|％|岁|歲|亿|億|万|萬)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Range();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, MatchTimeoutMilliseconds)]
    private static partial Regex Digits();
}
