namespace Bot.Retrieval.Text;

/// <summary>
/// Cuts text into blocks that no sentence reaches across: a line, or several lines that are one sentence or paragraph
/// wrapped at a width.
/// </summary>
internal static class LineJoiner
{
    // Narrower lines are not wrapped prose but titles, verse, names in a column.
    private const int MinimumWrapWidth = 50;
    private const int MinimumLowerCaseWidth = 25;

    // How far a wrapped Chinese line may stay below the margin so that no punctuation starts the next line.
    private const int HanSlack = 4;

    public static IEnumerable<TextBlock> Blocks(string text, TextSpan within)
    {
        var paragraph = new List<TextLine>();
        var inFence = false;
        foreach (var line in TextLine.Of(text, within))
        {
            var isFence = !line.IsBlank && LineMarkers.IsFence(line.Span.In(text));
            if (line.IsBlank || isFence || inFence)
            {
                foreach (var block in Join(text, paragraph))
                {
                    yield return block;
                }
                paragraph.Clear();
                if (!line.IsBlank)
                {
                    yield return new(line.Span, IsWhole: true);
                }
            }
            else
            {
                paragraph.Add(line);
            }
            inFence ^= isFence;
        }
        foreach (var block in Join(text, paragraph))
        {
            yield return block;
        }
    }

    private static IEnumerable<TextBlock> Join(string text, List<TextLine> paragraph)
    {
        if (paragraph.Count == 0)
        {
            yield break;
        }
        var margin = paragraph.Max(line => line.Width);
        var block = paragraph[0].Span;
        for (var i = 1; i < paragraph.Count; i++)
        {
            if (Continues(text, paragraph[i - 1], paragraph[i], margin))
            {
                block = TextSpan.FromBounds(block.Start, paragraph[i].Span.End);
                continue;
            }
            yield return BlockOf(text, block);
            block = paragraph[i].Span;
        }
        yield return BlockOf(text, block);
    }

    private static TextBlock BlockOf(string text, TextSpan span) => new(span, LineMarkers.IsTableRow(span.In(text)));

    private static bool Continues(string text, TextLine line, TextLine next, int margin)
    {
        var words = line.Span.In(text);
        var nextWords = next.Span.In(text);
        if (LineMarkers.StandsAlone(words) || LineMarkers.StandsAlone(nextWords) || LineMarkers.StartsItem(nextWords))
        {
            return false;
        }
        if (LineMarkers.IsMarkerOnly(words))
        {
            return true;
        }
        var wrapped = line.Width >= MinimumWrapWidth && line.Width + FirstWordWidth(nextWords) > margin;
        var startsLower = char.IsLower(nextWords[0]);
        if (EndsSentence(text, line.Span, next.Span) && !(wrapped && startsLower && words[^1] is ';' or ':'))
        {
            return false;
        }
        if (LineMarkers.MayStartItem(nextWords) && (!wrapped || words[^1] is ',' or '，' or '、'))
        {
            return false;
        }
        return wrapped || words[^1] is ',' or '，' or '、' || (startsLower && line.Width >= MinimumLowerCaseWidth);
    }

    private static int FirstWordWidth(ReadOnlySpan<char> line)
    {
        if (DisplayWidth.Of(line[0]) == 2)
        {
            return DisplayWidth.Of(line[0]) + HanSlack;
        }
        var space = line.IndexOf(' ');
        return DisplayWidth.Of(space < 0 ? line : line[..space]) + 1;
    }

    private static bool EndsSentence(string text, TextSpan line, TextSpan next)
    {
        var last = line.End - 1;
        while (last > line.Start && Punctuation.IsCloser(text[last]))
        {
            last--;
        }
        return text[last] switch
        {
            '.' or '．' => FullStop.EndsSentence(text, line.Start, last, last + 1, next.End),
            ':' or '：' or ';' or '；' => true,
            var character => Punctuation.IsTerminator(character),
        };
    }
}
