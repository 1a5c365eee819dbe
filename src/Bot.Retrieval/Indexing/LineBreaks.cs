using Bot.Retrieval.Documents;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>Finds the lines at which parts of a document start: headings, chapters, and lines that open a clause.</summary>
internal static class LineBreaks
{
    /// <summary>In text order.</summary>
    public static List<LineBreak> Of(Document document, TextSpan whole)
    {
        var breaks = new List<LineBreak>();
        foreach (var (line, heading) in DocumentLines.In(document, whole))
        {
            if (heading is not null || IsChapter(line.In(document.Text)))
            {
                breaks.Add(new(line.Start, heading?.Level ?? 0, null));
            }
            else if (LineHead.Read(document.Text, line) is { } reference)
            {
                breaks.Add(new(line.Start, 0, reference));
            }
        }
        return breaks;
    }

    private static bool IsChapter(ReadOnlySpan<char> line)
    {
        if (line[0] != '第' || line.Length > 40)
        {
            return false;
        }
        var unit = line.IndexOfAny("章节節编編");
        return unit is > 1 and < 8 && line[1..unit].IndexOfAny("条條款项") < 0;
    }
}
