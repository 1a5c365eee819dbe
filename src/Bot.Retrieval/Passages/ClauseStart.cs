using System.Buffers;

namespace Bot.Retrieval.Passages;

/// <summary>Recognises paragraphs that begin a clause of a law or policy, which then begins a passage of its own.</summary>
internal static class ClauseStart
{
    private static readonly SearchValues<char> ArticleNumber = SearchValues.Create("〇零一二三四五六七八九十百千两0123456789０１２３４５６７８９ .()（）abcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> Decimal = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> ArticleWords = SearchValues.Create("条條章节節编編");

    // Wide enough for 第一千二百六十条 and 第22603(a)(3)(4)条.
    private const int LongestNumber = 24;

    /// <summary>第五十四条, Sec. 22603, § 107, Article 5, 22603., 12.3.4: at the start of the text, with or without emphasis.</summary>
    public static bool IsAt(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("*_#> \t\u3000");
        if (text.IsEmpty)
        {
            return false;
        }
        return text[0] switch
        {
            '第' => IsArticle(text[1..]),
            '§' => true,
            >= '0' and <= '9' => IsNumber(text),
            _ => IsWord(text),
        };
    }

    private static bool IsArticle(ReadOnlySpan<char> text)
    {
        var number = text[..Math.Min(text.Length, LongestNumber)].IndexOfAnyExcept(ArticleNumber);
        return number > 0 && ArticleWords.Contains(text[number]);
    }

    // "22603. As used", "12.3.4 Scope"; neither "1. Item" nor "3 years".
    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestNumber)].IndexOfAnyExcept(Decimal);
        if (end < 0 || !char.IsWhiteSpace(text[end]))
        {
            return false;
        }
        var number = text[..end];
        return number.TrimEnd('.').Contains('.') || (number[^1] == '.' && number.Length > 3);
    }

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        var space = text[..Math.Min(text.Length, 12)].IndexOfAny(' ', '\u00A0');
        if (space < 0 || space + 1 >= text.Length)
        {
            return false;
        }
        var number = text[space + 1];
        return text[..space] is "Section" or "SECTION" or "Sec." or "SEC." or "Article" or "ARTICLE" or "Art." or "ART." or "Clause" or "CLAUSE" or "Rule" or "RULE" or "Chapter" or "CHAPTER"
            && (char.IsAsciiDigit(number) || number is 'I' or 'V' or 'X');
    }
}
