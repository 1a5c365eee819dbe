using System.Globalization;
using System.Text;

namespace Bot.Host.Chat;

/// <summary>How many columns of a terminal text takes.</summary>
internal static class TextWidth
{
    /// <summary>Of what is seen as one character: 2 for Han, kana, Hangul, full-width forms and emoji, 0 for what only combines.</summary>
    public static int OfElement(ReadOnlySpan<char> element)
    {
        if (Rune.DecodeFromUtf16(element, out var rune, out var length) != System.Buffers.OperationStatus.Done)
        {
            return 1;
        }
        // U+FE0F asks for the emoji form of the character before it.
        return IsWide(rune.Value) || element[length..].Contains('\uFE0F') ? 2 : IsCombining(rune) ? 0 : 1;
    }

    public static int Of(string text)
    {
        var width = 0;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            width += OfElement(rest[..length]);
            rest = rest[length..];
        }
        return width;
    }

    private static bool IsCombining(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    // The blocks of https://www.unicode.org/Public/UCD/latest/ucd/EastAsianWidth.txt that are W or F, gaps between them included.
    private static bool IsWide(int code) => code is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F)
        or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60)
        or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F680 and <= 0x1F6FF) or (>= 0x1F900 and <= 0x1F9FF)
        or (>= 0x1FA70 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
