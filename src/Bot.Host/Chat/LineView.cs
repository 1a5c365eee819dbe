using System.Globalization;
using System.Text;
using Bot.Host.CommandLine;

namespace Bot.Host.Chat;

/// <summary>Draws a line on one row of a terminal; a line too long for it moves sideways under the cursor.</summary>
internal static class LineView
{
    /// <returns>What to write: the row drawn anew, and the cursor in its place.</returns>
    public static string Draw(string prompt, EditedLine line, int columns)
    {
        var room = Math.Max(columns - TextWidth.Of(prompt) - 1, 2);
        var (start, before) = FirstVisible(line, room);
        var row = new StringBuilder("\r").Append(prompt);
        var used = 0;
        for (var at = start; at < line.Text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(line.Text, at);
            var element = SafeText.OneLine(line.Text.Substring(at, length));
            used += TextWidth.OfElement(element);
            if (used > room)
            {
                break;
            }
            row.Append(element);
            at += length;
        }
        var column = TextWidth.Of(prompt) + before + 1;
        return row.Append("\u001b[K\u001b[").Append(CultureInfo.InvariantCulture, $"{column}G").ToString();
    }

    /// <summary>The first character from which the cursor is still in the row, and the columns between the two.</summary>
    private static (int Start, int Width) FirstVisible(EditedLine line, int room)
    {
        var (start, width) = (0, TextWidth.Of(line.Text[..line.Cursor]));
        while (width > room)
        {
            var length = StringInfo.GetNextTextElementLength(line.Text, start);
            width -= TextWidth.OfElement(line.Text.AsSpan(start, length));
            start += length;
        }
        return (start, width);
    }
}
