using System.Globalization;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>Finds the paragraphs (款) and numbered items (项) inside a Chinese article's text.</summary>
internal static class ArticleParts
{
    public static IEnumerable<OwnClause> Of(string text, OwnClause article)
    {
        var paragraphs = Paragraphs(text, article.Span);
        var single = paragraphs.Count == 1;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = Below(article.Reference, SubdivisionKind.Kuan, i + 1);
            if (single)
            {
                // 第54条第1款 is 第54条 where there is no second.
                yield return article with { Also = paragraph };
            }
            else
            {
                yield return new(paragraph, paragraphs[i]);
            }
            var items = Items(text, paragraphs[i]);
            for (var item = 0; item < items.Count; item++)
            {
                var inParagraph = Below(paragraph, SubdivisionKind.Xiang, item + 1);
                var inArticle = Below(article.Reference, SubdivisionKind.Xiang, item + 1);
                yield return single ? new(inArticle, items[item], inParagraph) : new(inParagraph, items[item]);
            }
        }
    }

    private static ClauseReference Below(ClauseReference parent, SubdivisionKind kind, int number) =>
        parent with { Path = parent.Path.Add(new(kind, number.ToString(CultureInfo.InvariantCulture))) };

    // Lines, with the numbered items that follow one joined to it; a chapter's heading at the end belongs to the next article.
    private static List<TextSpan> Paragraphs(string text, TextSpan span)
    {
        var paragraphs = new List<TextSpan>();
        foreach (var line in TextLines.In(text, span))
        {
            if (paragraphs.Count > 0 && IsHeading(line.In(text)))
            {
                break;
            }
            if (paragraphs.Count > 0 && ItemNumber(text, line.Start) > 0)
            {
                paragraphs[^1] = TextSpan.FromBounds(paragraphs[^1].Start, line.End);
            }
            else
            {
                paragraphs.Add(line);
            }
        }
        return paragraphs;
    }

    private static List<TextSpan> Items(string text, TextSpan paragraph)
    {
        var starts = new List<int>();
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            if (text[i] is '（' or '(' or (>= '\u3220' and <= '\u3229')
                && ItemNumber(text, i) == starts.Count + 1
                && (i == paragraph.Start || text[i - 1] is '\n' or ' ' or '\u3000' or '：' or ':' or '；' or ';' or '。' or '，' or ','))
            {
                starts.Add(i);
            }
        }
        var items = new List<TextSpan>();
        for (var i = 0; i < starts.Count && starts.Count > 1; i++)
        {
            items.Add(TextLines.Trim(text, TextSpan.FromBounds(starts[i], i + 1 < starts.Count ? starts[i + 1] : paragraph.End)));
        }
        return items;
    }

    // （一）
    private static int ItemNumber(string text, int position)
    {
        var head = EvenText.Of(text.Substring(position, Math.Min(8, text.Length - position)));
        return Marker.TryRead(head, 0, out var marker) ? marker.Chinese : 0;
    }

    // 四、土地征收补偿费用分配及土地承包经营权继承纠纷的处理; 第二章 …
    private static bool IsHeading(ReadOnlySpan<char> line)
    {
        if (line.Length > 60 || line[^1] is '。' or '；' or '，' or '：' or ':' or '.' or ';')
        {
            return false;
        }
        var number = line[0] == '第' ? 1 : 0;
        var end = number;
        while (end < line.Length && ChineseNumeral.IsNumeral(line[end]))
        {
            end++;
        }
        return end > number && end < line.Length && (number == 1 ? line[end] is '章' or '节' or '編' or '编' or '節' or '分' : line[end] == '、');
    }
}
