namespace Bot.Retrieval.Answering.Generated;

/// <summary>Pairs of marks that say "these are somebody's own words".</summary>
internal static class QuotationMarks
{
    private static readonly (char Open, char Close)[] Pairs = [('"', '"'), ('“', '”'), ('「', '」'), ('『', '』'), ('«', '»'), ('„', '“')];

    /// <summary>Without the pair around the whole, where there is one.</summary>
    public static string Strip(string words)
    {
        words = words.Trim();
        return words.Length >= 2 && Array.Exists(Pairs, pair => words[0] == pair.Open && words[^1] == pair.Close && words.IndexOf(pair.Close, 1) == words.Length - 1)
            ? words[1..^1].Trim()
            : words;
    }

    /// <summary>What stands between marks, with the places of the marks; not nested.</summary>
    public static IEnumerable<(int Open, int Close)> Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var (open, close) in Pairs)
            {
                if (text[i] == open && text.IndexOf(close, i + 1) is var end and > 0)
                {
                    yield return (i, end);
                    i = end;
                    break;
                }
            }
        }
    }
}
