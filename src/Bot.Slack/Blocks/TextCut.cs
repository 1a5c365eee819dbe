using System.Text;

namespace Bot.Slack.Blocks;

/// <summary>Shortens escaped texts without leaving half a character or half an escape behind.</summary>
public static class TextCut
{
    private const string Ellipsis = "…";
    private const int LongestEscape = 5;

    /// <summary>At most <paramref name="limit"/> characters; what was cut ends in an ellipsis.</summary>
    public static string ToCharacters(string escaped, int limit) =>
        escaped.Length <= limit ? escaped : string.Concat(escaped.AsSpan(0, WholeEnd(escaped, limit - Ellipsis.Length)), Ellipsis);

    /// <summary>At most <paramref name="limit"/> bytes in UTF-8; what was cut ends in an ellipsis.</summary>
    public static string ToBytes(string escaped, int limit)
    {
        if (Encoding.UTF8.GetByteCount(escaped) <= limit)
        {
            return escaped;
        }
        var (bytes, end) = (Encoding.UTF8.GetByteCount(Ellipsis), 0);
        foreach (var rune in escaped.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > limit)
            {
                break;
            }
            end += rune.Utf16SequenceLength;
        }
        return string.Concat(escaped.AsSpan(0, WholeEnd(escaped, end)), Ellipsis);
    }

    private static int WholeEnd(string text, int end)
    {
        var whole = end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
        // "&am" would be shown as such.
        var ampersand = text.AsSpan(0, whole).LastIndexOf('&');
        return ampersand >= 0 && whole - ampersand < LongestEscape && !text.AsSpan(ampersand, whole - ampersand).Contains(';') ? ampersand : whole;
    }
}
