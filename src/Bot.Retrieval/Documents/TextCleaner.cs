using System.Globalization;
using System.Text;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Documents;

/// <summary>
/// Makes the one form of a text that is searched, quoted and checked: NFC; <c>\n</c> as the only line end; no
/// zero-width, bidirectional, soft-hyphen or control characters except tabs; U+FFFD for lone surrogates; no scraped-in
/// pinyin, a syllable with its tone in parentheses straight after a Han character (<c>國(guó)</c> becomes <c>國</c>).
/// Cleaning a cleaned text changes nothing. Thread-safe.
/// </summary>
public static class TextCleaner
{
    // More marks than any script puts on a letter, and few enough that normalising a flood of them stays cheap.
    private const int MostMarks = 30;

    /// <summary>Cleans a whole raw text; any string is taken.</summary>
    public static CleanedText Clean(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var cleaned = Map(raw);
        return new(cleaned.Text, cleaned.ToSourceMap(RawLines.StartsOf(raw)));
    }

    /// <summary>Cleans what is shown on one line, such as a title: white space and line ends become single spaces.</summary>
    public static string CleanLine(string raw) =>
        string.Join(' ', Map(raw).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Cleans, with the way back to <paramref name="raw"/>.</summary>
    internal static MappedText Map(string raw)
    {
        var clean = CleanPrefix(raw);
        if (clean == raw.Length)
        {
            return MappedText.Unchanged(raw);
        }
        var output = new MappedTextBuilder(raw.Length);
        output.Append(raw.AsSpan(0, clean), 0);
        var cluster = new StringBuilder();
        var origins = new List<int>();
        var position = clean;
        while (position < raw.Length)
        {
            if (IsPlain(raw[position]) && (position + 1 == raw.Length || IsPlain(raw[position + 1]) || raw[position + 1] is '\n' or '\r'))
            {
                output.Append(raw[position], position);
                position++;
            }
            else if (raw[position] is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
            {
                output.Append('\n', position);
                position += raw[position] == '\r' && position + 1 < raw.Length && raw[position + 1] == '\n' ? 2 : 1;
            }
            else
            {
                position = ReadCluster(raw, position, cluster, origins);
                AppendNormalized(output, cluster, origins);
            }
            RemovePinyin(output);
        }
        return output.Build();
    }

    // How much of the text surely stays as it is, up to a character that needs a closer look.
    private static int CleanPrefix(string raw)
    {
        for (var i = 0; i < raw.Length; i++)
        {
            if (!IsPlain(raw[i]) && raw[i] != '\n')
            {
                // A mark behind it may join the character before.
                return Math.Max(0, i - 1);
            }
            if (raw[i] is ')' or '）' && FindPinyin(raw.AsSpan(0, i + 1)) >= 0)
            {
                return i;
            }
        }
        return raw.Length;
    }

    /// <summary>Stays as it is whatever follows, unless a combining mark does.</summary>
    private static bool IsPlain(char character) => character switch
    {
        '\t' or (>= ' ' and <= '~') or (>= '\u00A0' and < '\u00AD') or (> '\u00AD' and < '\u0300') => true,
        (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') => true,
        (>= '\u3000' and < '\u302A') or (>= '\uFF01' and <= '\uFFEE') => true,
        '‘' or '’' or '“' or '”' or '—' or '…' or '–' => true,
        _ => false,
    };

    private static bool IsRemoved(Rune rune) => rune.Value switch
    {
        '\t' => false,
        < ' ' or (>= 0x7F and <= 0x9F) or 0xAD => true,
        // Combining grapheme joiner, Arabic letter mark, Mongolian vowel separator.
        0x034F or 0x061C or 0x180E => true,
        (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) => true,
        (>= 0xE0000 and <= 0xE007F) => true,
        // Noncharacters: never part of a text, and normalising rejects some.
        (>= 0xFDD0 and <= 0xFDEF) => true,
        var value => (value & 0xFFFE) == 0xFFFE,
    };

    // One character and the marks that normalising may join to it, without what is removed in between.
    private static int ReadCluster(string raw, int position, StringBuilder cluster, List<int> origins)
    {
        cluster.Clear();
        origins.Clear();
        var marks = 0;
        while (position < raw.Length)
        {
            var valid = Rune.TryGetRuneAt(raw, position, out var rune);
            var length = valid ? rune.Utf16SequenceLength : 1;
            if (!valid)
            {
                rune = Rune.ReplacementChar;
            }
            if (IsLineEnd(rune))
            {
                break;
            }
            if (!IsRemoved(rune))
            {
                if (cluster.Length > 0 && !Joins(rune))
                {
                    break;
                }
                marks += cluster.Length > 0 ? 1 : 0;
                if (marks <= MostMarks)
                {
                    for (var unit = 0; unit < rune.Utf16SequenceLength; unit++)
                    {
                        origins.Add(position + Math.Min(unit, length - 1));
                    }
                    cluster.Append(rune.ToString());
                }
            }
            position += length;
        }
        return position;
    }

    private static bool IsLineEnd(Rune rune) => rune.Value is (>= '\n' and <= '\r') or 0x85 or 0x2028 or 0x2029;

    private static bool Joins(Rune rune) =>
        rune.Value >= 0x0300
        && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            // Hangul vowels and finals, Kirat Rai vowels: letters that compose with the one before.
            || rune.Value is (>= 0x1161 and <= 0x11FF) or (>= 0x16D63 and <= 0x16D6A));

    private static void AppendNormalized(MappedTextBuilder output, StringBuilder cluster, List<int> origins)
    {
        if (cluster.Length == 0)
        {
            return;
        }
        var text = cluster.ToString();
        var normalized = WithoutExcessMarks(text.Normalize(NormalizationForm.FormC));
        for (var i = 0; i < normalized.Length; i++)
        {
            output.Append(normalized[i], normalized == text ? origins[i] : origins[Math.Min(i, origins.Count - 1)]);
        }
    }

    // Some marks come apart into several; a second cleaning would count those again.
    private static string WithoutExcessMarks(string cluster)
    {
        if (cluster.Length <= MostMarks)
        {
            return cluster;
        }
        var end = 0;
        for (var runes = 0; runes <= MostMarks && end < cluster.Length; runes++)
        {
            end += char.IsHighSurrogate(cluster[end]) ? 2 : 1;
        }
        return cluster[..end];
    }

    private static void RemovePinyin(MappedTextBuilder output)
    {
        if (output.Length > 0 && output.Characters[^1] is ')' or '）' && FindPinyin(output.Characters) is >= 0 and var open)
        {
            output.Truncate(open);
        }
    }

    // Where the parenthesis opens that the text ends with, if it holds pinyin and stands behind a Han character.
    private static int FindPinyin(ReadOnlySpan<char> text)
    {
        var content = text[Math.Max(0, text.Length - 1 - PinyinGloss.MaximumLength)..^1];
        var open = content.LastIndexOfAny('(', '（');
        if (open < 0)
        {
            return -1;
        }
        var start = text.Length - 1 - content.Length + open;
        return EndsWithHan(text[..start]) && PinyinGloss.Matches(content[(open + 1)..]) ? start : -1;
    }

    private static bool EndsWithHan(ReadOnlySpan<char> text)
    {
        while (Rune.DecodeLastFromUtf16(text, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            // A variation selector only picks the form of the character before it.
            if (rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF))
            {
                text = text[..^length];
                continue;
            }
            return rune.IsBmp ? Characters.IsHan((char)rune.Value) : rune.Value is >= 0x20000 and <= 0x3FFFF;
        }
        return false;
    }
}
