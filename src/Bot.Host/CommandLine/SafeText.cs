using System.Globalization;
using System.Text;

namespace Bot.Host.CommandLine;

/// <summary>Makes text from documents and users safe to print: it must not steer the terminal.</summary>
internal static class SafeText
{
    /// <summary>
    /// Control characters, unpaired surrogates and characters that reorder or hide text become <c>�</c>; line ends,
    /// tabs and right-to-left letters stay.
    /// </summary>
    public static string ForTerminal(string text)
    {
        var unsafeAt = IndexOfUnsafe(text);
        if (unsafeAt < 0)
        {
            return text;
        }
        var safe = new StringBuilder(text, 0, unsafeAt, text.Length);
        foreach (var rune in text.AsSpan(unsafeAt).EnumerateRunes())
        {
            safe.Append(IsSafe(rune) ? rune.ToString() : "\uFFFD");
        }
        return safe.ToString();
    }

    /// <summary>The same on one line.</summary>
    public static string OneLine(string text) => ForTerminal(text).ReplaceLineEndings(" ").Replace('\t', ' ');

    private static int IndexOfUnsafe(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune) || !IsSafe(rune))
            {
                return i;
            }
            i += rune.Utf16SequenceLength;
        }
        return -1;
    }

    // https://unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
    private static bool IsSafe(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => true,
        >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x2028 or 0x2029 => false,
        _ => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control,
    };
}
