namespace Bot.Retrieval.Clauses;

/// <summary>Finds where a text names codes plainly: bills by number, names in 《》, well-known acronyms.</summary>
internal static class CodeMentions
{
    private const int LongestName = 100;

    /// <summary>In no particular order, with repetitions.</summary>
    public static IEnumerable<CodeMentionInText> In(string text)
    {
        foreach (var (key, name) in BillId.AllIn(text))
        {
            yield return new(key, name);
        }
        for (var open = text.IndexOf('《', StringComparison.Ordinal); open >= 0; open = text.IndexOf('《', open + 1))
        {
            var close = MatchingClose(text, open);
            if (close > open && ChineseCodeNames.HasEnding(EvenText.Of(text[(open + 1)..close])))
            {
                var name = text[(open + 1)..close];
                yield return new(CodeKey.Of(name), name);
                open = close;
            }
        }
        foreach (var acronym in Acronyms(text))
        {
            yield return acronym;
        }
    }

    private static IEnumerable<CodeMentionInText> Acronyms(string text)
    {
        var position = 0;
        while (position < text.Length)
        {
            var end = Scan.Letters(text, position, 1000);
            if (end - position is >= 3 and <= 6 && char.IsAsciiLetterUpper(text[position]) && EnglishCodeNames.IsAcronym(text.AsSpan(position, end - position)))
            {
                yield return new(CodeKey.Of(text[position..end]), text[position..end]);
            }
            position = Math.Max(end, position + 1);
        }
    }

    private static int MatchingClose(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length && i - open < LongestName && text[i] != '\n'; i++)
        {
            depth += text[i] switch { '《' => 1, '》' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }
        return -1;
    }
}

/// <summary>A code's name in a text.</summary>
internal readonly record struct CodeMentionInText(string Key, string Name);
