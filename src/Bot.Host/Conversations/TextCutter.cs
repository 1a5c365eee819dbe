using System.Globalization;
using Bot.Retrieval.Text;

namespace Bot.Host.Conversations;

/// <summary>
/// Cuts long text for chats that take only so much: at paragraphs, else lines, else sentences, else words; never inside a
/// citation mark, between a sentence and its mark, or inside a code block that fits as a whole.
/// </summary>
internal static class TextCutter
{
    private const string Fence = "```";

    /// <summary>The pieces in order; white space at the cuts goes, nothing else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fits">Whether a piece is short enough, once laid out; true for every beginning of a piece that fits.</param>
    public static List<string> Cut(string text, Func<string, bool> fits)
    {
        var pieces = new List<string>();
        var rest = text.Trim();
        while (rest.Length > 0)
        {
            var end = fits(rest) ? rest.Length : BestEnd(rest, Longest(rest, fits));
            pieces.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }
        return pieces;
    }

    // How much of the beginning fits; at least one character, or there would be no end.
    private static int Longest(string text, Func<string, bool> fits)
    {
        var (low, high) = (1, text.Length);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = fits(text[..middle]) ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    private static int BestEnd(string text, int longest)
    {
        var sentences = SentenceSplitter.Split(text, new TextSpan(0, text.Length)).Select(sentence => sentence.End).ToHashSet();
        // A block that doesn't fit at all is cut like the rest.
        return Nicest(text, longest, sentences, wholeBlocks: true) ?? Nicest(text, longest, sentences, wholeBlocks: false) ?? CharacterEnd(text, longest);
    }

    private static int? Nicest(string text, int longest, HashSet<int> sentences, bool wholeBlocks)
    {
        var best = (Rank: 0, End: 0);
        // Below a third, a nicer place to cut isn't worth a stub.
        for (var end = longest; end > longest / 3; end--)
        {
            var rank = wholeBlocks && IsInBlock(text, end) ? 0 : Rank(text, end, sentences);
            if (rank > best.Rank)
            {
                best = (rank, end);
            }
        }
        return best.Rank > 0 ? best.End : null;
    }

    // How good a place to cut, 0 for none.
    private static int Rank(string text, int end, HashSet<int> sentences)
    {
        if (end >= text.Length || IsInMark(text, end) || IsBeforeMark(text, end))
        {
            return 0;
        }
        return text[end] switch
        {
            '\n' => text[end - 1] == '\n' ? 4 : 3,
            _ when EndsSentence(text, end, sentences) => 2,
            ' ' or '\t' or '\u3000' => 1,
            _ => 0,
        };
    }

    // Marks stand behind the sentence that they belong to.
    private static bool EndsSentence(string text, int end, HashSet<int> sentences)
    {
        while (end > 0 && !sentences.Contains(end) && (text[end - 1] is ' ' or ']' or '[' || IsInMark(text, end)))
        {
            end--;
        }
        return sentences.Contains(end);
    }

    // Between [ and ] of [12].
    private static bool IsInMark(string text, int end)
    {
        var open = end - 1;
        while (open > 0 && char.IsAsciiDigit(text[open]))
        {
            open--;
        }
        var close = end;
        while (close < text.Length && char.IsAsciiDigit(text[close]))
        {
            close++;
        }
        return text[open] == '[' && close < text.Length && text[close] == ']' && close - open > 1;
    }

    private static bool IsBeforeMark(string text, int end)
    {
        while (end < text.Length && text[end] == ' ')
        {
            end++;
        }
        return end + 1 < text.Length && text[end] == '[' && char.IsAsciiDigit(text[end + 1]);
    }

    private static bool IsInBlock(string text, int end)
    {
        var fences = 0;
        for (var at = text.IndexOf(Fence, StringComparison.Ordinal); at >= 0 && at < end; at = text.IndexOf(Fence, at + Fence.Length, StringComparison.Ordinal))
        {
            fences++;
        }
        return fences % 2 == 1;
    }

    // Nothing better: between two characters as people see them.
    private static int CharacterEnd(string text, int longest)
    {
        var end = 0;
        while (end < longest)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            if (end + length > longest)
            {
                break;
            }
            end += length;
        }
        var whole = end;
        while (whole > 0 && IsInMark(text, whole))
        {
            whole--;
        }
        return whole > 0 ? whole : Math.Max(end, 1);
    }
}
