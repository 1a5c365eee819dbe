using System.Buffers;

namespace Bot.Retrieval.Text;

/// <summary>What the beginning of a line says about it: a list item, a table row, a heading.</summary>
internal static class LineMarkers
{
    private const string HanDigits = "〇零一二三四五六七八九十百千两";

    private static readonly SearchValues<char> HanNumerals = SearchValues.Create(HanDigits);
    private static readonly SearchValues<char> Numerals = SearchValues.Create(HanDigits + "0123456789０１２３４５６７８９ ");
    private static readonly SearchValues<char> Decimal = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> Roman = SearchValues.Create("ivxIVX");
    private static readonly SearchValues<char> Rules = SearchValues.Create("-=*_|:+~ \t—─");
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz_-");

    public static bool IsFence(ReadOnlySpan<char> line) => line.StartsWith("```") || line.StartsWith("~~~");

    /// <summary>Whether the line is neither continued by the next one nor continues the last.</summary>
    public static bool StandsAlone(ReadOnlySpan<char> line) =>
        IsHeading(line) || IsTableRow(line) || IsRule(line) || line[0] == '>' || IsTagLine(line);

    /// <summary>Only ruling characters: <c>---</c>, <c>***</c>, the line under a table's head.</summary>
    public static bool IsRule(ReadOnlySpan<char> line) => line.Length >= 2 && !line.ContainsAnyExcept(Rules);

    public static bool IsTableRow(ReadOnlySpan<char> line) => line[0] == '|' || line.Count(" | ") >= 2 || line.Count('\t') >= 2;

    /// <summary>Whether the line can only be an item of its own: a bullet, a number with its dot, a key with its colon.</summary>
    public static bool StartsItem(ReadOnlySpan<char> line) => IsBullet(line) || NumberLength(line) > 0 || IsKey(line);

    /// <summary>Whether the line may be an item, but a wrapped sentence may begin so too: <c>(a)</c>, <c>Section 5</c>, 第三条.</summary>
    public static bool MayStartItem(ReadOnlySpan<char> line) => BracketedLength(line) > 0 || IsCircledNumber(line[0]) || IsSectionWord(line) || IsArticle(line);

    /// <summary>Whether the line says no more than its number or letter: <c>1.</c>, <c>(a)</c>, <c>-</c>.</summary>
    public static bool IsMarkerOnly(ReadOnlySpan<char> line) =>
        NumberLength(line) == line.Length || BracketedLength(line) == line.Length || (line.Length == 1 && IsBulletCharacter(line[0]));

    /// <summary>Length of a number or letter in brackets that the text starts with, the brackets too; 0 where there is none.</summary>
    public static int BracketedLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('(' or '（'))
        {
            return 0;
        }
        var close = text[..Math.Min(text.Length, 8)].IndexOfAny(')', '）');
        return close > 1 && IsLabel(text[1..close]) ? close + 1 : 0;
    }

    public static bool IsCircledNumber(char character) => character is (>= '\u2460' and <= '\u2473') or (>= '\u2776' and <= '\u277F');

    // 12, iv, b, 十二
    private static bool IsLabel(ReadOnlySpan<char> label) =>
        !label.ContainsAnyExceptInRange('0', '9')
        || (label.Length == 1 && char.IsAsciiLetter(label[0]))
        || !label.ContainsAnyExcept(Roman)
        || !label.ContainsAnyExcept(HanNumerals);

    // "1. ", "12) ", "1、", "一、", "a) ", "1.2.3 "; a year with a full stop ends a sentence instead.
    private static int NumberLength(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExcept(Decimal);
        digits = digits < 0 ? line.Length : digits;
        var label = digits > 0 ? digits : line.IndexOfAnyExcept(HanNumerals);
        if (label <= 0 || label > 12)
        {
            return line.Length > 1 && char.IsAsciiLetter(line[0]) && line[1] == ')' ? 2 : 0;
        }
        if (label < line.Length && line[label] is '、' or '．')
        {
            return label + 1;
        }
        if (digits == 0 || line[..digits].IndexOf('.') is 0 or > 3)
        {
            return 0;
        }
        if (digits <= 3 && digits < line.Length && line[digits] is ')' or '）')
        {
            return digits + 1;
        }
        var isNumbering = line[digits - 1] == '.' || line[..digits].Count('.') > 1;
        return isNumbering && (digits == line.Length || char.IsWhiteSpace(line[digits])) ? digits : 0;
    }

    private static bool IsHeading(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        return level is > 0 and <= 6 && char.IsWhiteSpace(line[level]);
    }

    private static bool IsBullet(ReadOnlySpan<char> line) => line.Length > 1 && IsBulletCharacter(line[0]) && (char.IsWhiteSpace(line[1]) || line[0] is '•' or '●' or '■' or '◆' or '·');

    private static bool IsBulletCharacter(char character) => character is '-' or '*' or '+' or '•' or '●' or '■' or '◆' or '·' or '–' or '—';

    private static bool IsTagLine(ReadOnlySpan<char> line) => line.Length > 2 && line[0] == '<' && line[^1] == '>';

    // Front matter and the like: "title: …".
    private static bool IsKey(ReadOnlySpan<char> line)
    {
        var colon = line[..Math.Min(line.Length, 24)].IndexOf(':');
        return colon > 0 && (colon + 1 == line.Length || line[colon + 1] == ' ') && !line[..colon].ContainsAnyExcept(KeyCharacters);
    }

    private static bool IsSectionWord(ReadOnlySpan<char> line)
    {
        if (line[0] == '§')
        {
            return true;
        }
        var space = line[..Math.Min(line.Length, 12)].IndexOf(' ');
        return space > 0
            && space + 1 < line.Length
            && char.IsAsciiLetterOrDigit(line[space + 1])
            && line[..space] is "Section" or "SECTION" or "Sec." or "SEC." or "Article" or "ARTICLE" or "Art." or "Chapter" or "CHAPTER" or "Part" or "PART" or "Rule" or "Clause";
    }

    private static bool IsArticle(ReadOnlySpan<char> line)
    {
        if (line[0] != '第' || line.Length < 3)
        {
            return false;
        }
        var number = line[1..].TrimStart();
        var end = number.IndexOfAnyExcept(Numerals);
        return end > 0 && number[end] is '条' or '條' or '章' or '节' or '節' or '编' or '編' or '款' or '项' or '項';
    }
}
