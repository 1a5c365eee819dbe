using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>Lines of a part of a text.</summary>
internal static class TextLines
{
    /// <summary>Each line that isn't blank, without the white space around it.</summary>
    public static IEnumerable<TextSpan> In(string text, TextSpan span)
    {
        var start = span.Start;
        while (start < span.End)
        {
            var end = text.IndexOf('\n', start, span.End - start);
            end = end < 0 ? span.End : end;
            var line = Trim(text, TextSpan.FromBounds(start, end));
            if (!line.IsEmpty)
            {
                yield return line;
            }
            start = end + 1;
        }
    }

    public static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        return TextSpan.FromBounds(start, end);
    }
}
