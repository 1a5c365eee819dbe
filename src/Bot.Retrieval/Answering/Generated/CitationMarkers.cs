using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>Reads the numbers in brackets out of a line and says which sentence each belongs to.</summary>
internal static partial class CitationMarkers
{
    private const int MatchTimeoutMilliseconds = 1000;

    /// <summary>
    /// The sentences of a line. A number behind a sentence's words or behind its full stop is that sentence's; a sentence
    /// without one shares those of the next that has.
    /// </summary>
    public static ImmutableArray<(string Text, ImmutableArray<int> Numbers)> Split(string line)
    {
        var plain = new StringBuilder(line.Length);
        var markers = new List<(int Position, int[] Numbers)>();
        var position = 0;
        foreach (Match match in Marker().Matches(line))
        {
            plain.Append(line.AsSpan(position, match.Index - position));
            // "words [1]." leaves "words ." behind.
            TrimEnd(plain);
            markers.Add((plain.Length, [.. Number().Matches(match.Value).Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture))]));
            position = match.Index + match.Length;
        }
        plain.Append(line.AsSpan(position));
        var text = plain.ToString();
        var sentences = SentenceSplitter.Split(text, new TextSpan(0, text.Length));
        var numbers = new List<int>[sentences.Length];
        for (var i = sentences.Length - 1; i >= 0; i--)
        {
            var from = i == 0 ? -1 : sentences[i - 1].End;
            var to = i == sentences.Length - 1 ? text.Length : sentences[i].End;
            numbers[i] = [.. markers.Where(marker => marker.Position > from && marker.Position <= to).SelectMany(marker => marker.Numbers).Distinct()];
            if (numbers[i].Count == 0 && i + 1 < sentences.Length)
            {
                numbers[i] = numbers[i + 1];
            }
        }
        return [.. sentences.Select((sentence, i) => (sentence.In(text).ToString(), numbers[i].ToImmutableArray()))];
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1]))
        {
            text.Length--;
        }
    }

    // [1], [1, 3], [1-3], 【1】, ［1］, [^1]; four digits are a year.
    [GeneratedRegex(@"[\[［【]\s*\^?[0-9]{1,3}(?:\s*[,，、;\-–]\s*[0-9]{1,3})*\s*[\]］】]", RegexOptions.CultureInvariant, MatchTimeoutMilliseconds)]
    private static partial Regex Marker();

    [GeneratedRegex("[0-9]{1,3}", RegexOptions.CultureInvariant, MatchTimeoutMilliseconds)]
    private static partial Regex Number();
}
