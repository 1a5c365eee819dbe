namespace Bot.Retrieval.Text;

/// <summary>A line without the white space around it; empty where it has nothing else.</summary>
/// <param name="Span">Its visible part.</param>
/// <param name="Width">The <see cref="DisplayWidth"/> of that.</param>
internal readonly record struct TextLine(TextSpan Span, int Width)
{
    public bool IsBlank => Span.IsEmpty;

    /// <summary>The lines of a part of a text. A carriage return with its line feed ends one line, not two.</summary>
    public static IEnumerable<TextLine> Of(string text, TextSpan within)
    {
        var start = within.Start;
        while (start < within.End)
        {
            var end = start;
            while (end < within.End && !IsLineEnd(text[end]))
            {
                end++;
            }
            var visible = Trim(text, start, end);
            yield return new(visible, DisplayWidth.Of(visible.In(text)));
            start = end + (end + 1 < within.End && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
    }

    /// <summary>A range without the white space at its ends; empty at its start where there is nothing else.</summary>
    public static TextSpan Trim(string text, int start, int end)
    {
        var first = start;
        while (first < end && char.IsWhiteSpace(text[first]))
        {
            first++;
        }
        while (end > first && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        return first == end ? new(start, 0) : TextSpan.FromBounds(first, end);
    }

    private static bool IsLineEnd(char character) => character is '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029';
}
