using Bot.Retrieval.Clauses;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>Reads the clause that a line opens, as codes are laid out: 第五十四条　…, SEC. 3. …, 22603. (a) ….</summary>
internal static class LineHead
{
    private const int LongestHead = 60;

    public static ClauseReference? Read(string text, TextSpan line)
    {
        var even = EvenText.Of(text.Substring(line.Start, Math.Min(line.Length, LongestHead)));
        var start = 0;
        while (start < even.Length && even[start] is '*' or '#' or ' ')
        {
            start++;
        }
        return Named(even, start) ?? Bare(even, start);
    }

    private static ClauseReference? Named(string even, int start)
    {
        if (Scan.At(even, start) is not ('第' or '§') && !char.IsAsciiLetterUpper(Scan.At(even, start)))
        {
            return null;
        }
        var list = new ReferenceList();
        if (even[start] == '第')
        {
            return ArticleReader.TryHead(even, start, list, out var end) && Closes(even, end) ? list.ToReferences(null, null)[0] : null;
        }
        if (!Cue.TryRead(even, start, out var cue) || cue.Plural || cue.Kind == CueKind.Below)
        {
            return null;
        }
        var style = cue.Kind == CueKind.Article ? SectionStyle.Article : SectionStyle.Section;
        var number = Scan.Spaces(even, cue.End);
        return SectionReader.TryHead(even, number, style, list, out var numberEnd) && Closes(even, numberEnd)
            ? list.ToReferences(null, null)[0]
            : null;
    }

    // 22603. (a) …; numbers without the full stop are for NumberedSections.
    private static ClauseReference? Bare(string even, int start)
    {
        var list = new ReferenceList();
        if (!char.IsAsciiDigit(Scan.At(even, start)) || !SectionReader.TryHead(even, start, SectionStyle.Section, list, out var end))
        {
            return null;
        }
        var value = list.Section;
        var dotted = Scan.At(even, end) == '.' && Scan.At(even, end + 1) is ' ' or '\0';
        return dotted && value.Length > 2 && !Surroundings.IsYear(value) ? list.ToReferences(null, null)[0] : null;
    }

    // What follows the clause's name where it is a heading, and no sentence about it.
    private static bool Closes(string even, int end) =>
        end >= even.Length || even[end] is ' ' or '【' or '[' or ':' or '.' or '。' or '-' or '*' || Scan.StartsWith(even, end, "(");
}
