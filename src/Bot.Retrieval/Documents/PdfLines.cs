using System.Text.RegularExpressions;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Documents;

/// <summary>
/// Joins the lines that a PDF breaks at its margin, so that sentences are whole again. Line ends inside a paragraph
/// become spaces, or nothing between Chinese characters; nothing else changes.
/// </summary>
internal static partial class PdfLines
{
    // Of the widest line of the paragraph; a shorter one ended because its text did.
    private const double FullLine = 0.8;

    public static MappedText Unwrap(string text)
    {
        var output = new MappedTextBuilder(text.Length);
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfParagraph(text, start);
            AppendParagraph(output, text, start, end);
            start = end;
        }
        return output.Build();
    }

    // Behind the line end of the last line before an empty one, a new page or the end.
    private static int EndOfParagraph(string text, int start)
    {
        for (var position = start; position < text.Length;)
        {
            var next = NextLine(text, position);
            if (text.AsSpan(position, next - position).IsWhiteSpace() || next == text.Length || text[next] == '\f')
            {
                return next;
            }
            position = next;
        }
        return text.Length;
    }

    private static void AppendParagraph(MappedTextBuilder output, string text, int start, int end)
    {
        var widest = 0;
        for (var line = start; line < end; line = NextLine(text, line))
        {
            widest = Math.Max(widest, Width(text.AsSpan(line, NextLine(text, line) - line)));
        }
        for (var line = start; line < end;)
        {
            var next = NextLine(text, line);
            var content = text.AsSpan(line, next - line).TrimEnd('\n');
            output.Append(content, line);
            if (next < end && GoesOn(content, text.AsSpan(next, NextLine(text, next) - next), widest))
            {
                if (!(IsWide(content[^1]) && IsWide(text[next])))
                {
                    output.Append(' ', line + content.Length);
                }
            }
            else if (content.Length < next - line)
            {
                output.Append('\n', line + content.Length);
            }
            line = next;
        }
    }

    private static bool GoesOn(ReadOnlySpan<char> line, ReadOnlySpan<char> next, int widest) =>
        !line.IsWhiteSpace()
        && !next.IsWhiteSpace()
        && !char.IsWhiteSpace(line[^1])
        && !char.IsWhiteSpace(next[0])
        && Width(line) >= widest * FullLine
        && line[^1] is not ('.' or '!' or '?' or ':' or ';' or '。' or '！' or '？' or '：' or '；')
        && !ItemStart.IsMatch(next);

    private static int NextLine(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end + 1;
    }

    private static int Width(ReadOnlySpan<char> line)
    {
        var width = 0;
        foreach (var character in line)
        {
            width += IsWide(character) ? 2 : 1;
        }
        return width;
    }

    private static bool IsWide(char character) =>
        Characters.IsHan(character) || character is (>= '\u3000' and <= '\u303F') or (>= '\uFF01' and <= '\uFF60');

    [GeneratedRegex("""^(?:[•●▪■◦·*\-–—]\s|[(（]?[0-9a-zA-Z一二三四五六七八九十]{1,4}[)）.、]|第[〇零一二三四五六七八九十百千0-9]{1,9}[编編章节節条條])""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ItemStart { get; }
}
