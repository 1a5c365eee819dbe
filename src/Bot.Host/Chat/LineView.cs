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
        var before = Elements(line.Text[..line.Cursor]);
        while (before.Sum(TextWidth.Of) > room)
        {
            before.RemoveAt(0);
        }
        var cursor = before.Sum(TextWidth.Of);
        var row = new StringBuilder("\r").Append(prompt).AppendJoin("", before);
        var used = cursor;
        foreach (var element in Elements(line.Text[line.Cursor..]))
        {
            used += TextWidth.Of(element);
            if (used > room)
            {
                break;
            }
            row.Append(element);
        }
        return row.Append(CultureInfo.InvariantCulture, $"\u001b[K\u001b[{TextWidth.Of(prompt) + cursor + 1}G").ToString();
    }

    /// <summary>What is seen as single characters, made safe to print.</summary>
    private static List<string> Elements(string text)
    {
        var elements = new List<string>();
        for (var at = 0; at < text.Length; at += elements[^1].Length)
        {
            elements.Add(text.Substring(at, StringInfo.GetNextTextElementLength(text, at)));
        }
        return [.. elements.Select(SafeText.OneLine)];
    }
}
