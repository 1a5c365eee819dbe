using System.Text.RegularExpressions;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>Holds the numbers, amounts and dates of a sentence against those of what it rests on, however either language writes them.</summary>
internal static partial class QuantityCheck
{
    private const int MatchTimeoutMilliseconds = 1000;

    /// <summary>The first that isn't there, as the sentence writes it; null where all are.</summary>
    /// <param name="sentence">The model's.</param>
    /// <param name="known">Texts that may hold them.</param>
    /// <param name="elsewhere">Places of the sentence that are checked as something else, such as clauses.</param>
    public static string? FirstMissing(string sentence, IEnumerable<string> known, IReadOnlyList<TextSpan> elsewhere)
    {
        HashSet<string>? keys = null;
        foreach (var place in NumberNormalizer.FindAll(sentence).GroupBy(quantity => quantity.Span))
        {
            if (elsewhere.Any(span => span.Overlaps(place.Key)))
            {
                continue;
            }
            keys ??= KeysOf(known);
            var written = place.Key.In(sentence).ToString();
            if (!IsArticle(place.Select(quantity => quantity.Key), written) && !IsThere([.. place.Select(quantity => quantity.Key)], keys))
            {
                return written.Trim();
            }
        }
        return null;
    }

    // "a", 一: a word that counts nothing. "1" does.
    private static bool IsArticle(IEnumerable<string> keys, string written) => keys.All(key => key is "n:1") && !written.Any(char.IsDigit);

    private static bool IsThere(string[] wanted, HashSet<string> keys)
    {
        var dated = wanted.SelectMany(DateParts).ToList();
        if (dated.Count > 0)
        {
            return dated.TrueForAll(keys.Contains) || wanted.Any(key => IsNumber(key) && keys.Contains(key));
        }
        var exact = Array.FindAll(wanted, key => !IsNumber(key));
        // With a unit: as a bare number, but never with another unit.
        return exact.Length > 0
            ? Array.TrueForAll(exact, keys.Contains) || wanted.Any(key => IsNumber(key) && keys.Contains(Bare(key)))
            : wanted.All(key => keys.Contains(key));
    }

    private static HashSet<string> KeysOf(IEnumerable<string> texts)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var all = texts.Select(TextFolder.FoldToString).ToList();
        // 1-9月: January is in it though it has no unit of its own.
        foreach (Match range in all.SelectMany(text => Range().Matches(text)))
        {
            keys.UnionWith(NumberNormalizer.FindAll(range.Groups["first"].Value + range.Groups["unit"].Value).Select(quantity => quantity.Key));
        }
        foreach (var place in all.SelectMany(text => NumberNormalizer.FindAll(text).GroupBy(quantity => quantity.Span).ToList()))
        {
            var isBare = place.All(quantity => IsNumber(quantity.Key) || quantity.Key.StartsWith("y:", StringComparison.Ordinal));
            foreach (var quantity in place)
            {
                keys.Add(quantity.Key);
                keys.UnionWith(DateParts(quantity.Key));
                if (isBare && IsNumber(quantity.Key))
                {
                    keys.Add(Bare(quantity.Key));
                }
            }
        }
        return keys;
    }

    [GeneratedRegex(@"(?<first>[0-9]+)\s*(-|–|~|至|到)\s*[0-9]+(?<unit>月|年|日|%|岁|亿|万)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Range();

    private static bool IsNumber(string key) => key.StartsWith("n:", StringComparison.Ordinal);

    private static string Bare(string key) => "bare " + key;

    // 2024-02-07 is a day of the year 2024; the day and the year may stand apart.
    private static IEnumerable<string> DateParts(string key)
    {
        switch (key.Split(':'))
        {
            case ["d", { Length: 10 } date]:
                yield return "d:" + date[5..];
                yield return "m:" + date[5..7];
                yield return "y:" + date[..4];
                break;
            case ["d", { Length: 5 } day]:
                yield return key;
                yield return "m:" + day[..2];
                break;
            case ["m", { Length: 7 } month]:
                yield return "m:" + month[5..];
                yield return "y:" + month[..4];
                break;
            case ["m", _] or ["y", _]:
                yield return key;
                break;
        }
    }
}
