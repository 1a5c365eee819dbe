using System.Text.RegularExpressions;

namespace Bot.Retrieval.Clauses;

/// <summary>Numbers of bills: <c>SB-1047</c>, <c>SB 1047</c>, <c>SB1047</c>, <c>AB-2013</c>, <c>H.R. 1</c>.</summary>
internal static partial class BillId
{
    /// <summary>The key of the first bill that a folded text names.</summary>
    public static string? In(string folded) => Bills().Match(folded) is { Success: true } match ? Key(match) : null;

    /// <summary>Every bill named, in order, with the words that name it.</summary>
    public static IEnumerable<(string Key, string Name)> AllIn(string text)
    {
        foreach (Match match in Bills().Matches(text))
        {
            yield return (Key(match), match.Value);
        }
    }

    /// <summary>The bill whose number ends the text, and where it starts.</summary>
    public static (string Key, int Start)? AtEndOf(string text)
    {
        var from = Math.Max(0, text.Length - 14);
        foreach (Match match in Bills().Matches(text[from..]))
        {
            if (from + match.Index + match.Length == text.Length && !(from > 0 && match.Index == 0))
            {
                return (Key(match), from + match.Index);
            }
        }
        return null;
    }

    private static string Key(Match match) =>
        match.Groups["house"].Value.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant() + match.Groups["number"].Value;

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?<house>[SsAaHh]\.?[Bb]\.?|[Hh]\.?[Rr]\.?)[ -]?(?<number>[1-9][0-9]{0,4})(?![A-Za-z0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Bills();
}
