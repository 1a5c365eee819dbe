using System.Collections.Immutable;
using System.Globalization;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>
/// Finds the sections of documents that count by decimals, as contracts, policies and manuals do: <c>3. Deposit</c>,
/// <c>3.1 The tenant …</c>, <c>3.1.2 …</c>. A number alone proves nothing, so it must go on from its neighbour.
/// </summary>
internal static class NumberedSections
{
    private const int LongestHead = 60;
    private const int MostLevels = 6;
    private const int LargestNumber = 999;

    /// <summary>The sections in text order, each from its number to the next that isn't inside it, or to another part.</summary>
    /// <param name="document">What is looked through.</param>
    /// <param name="whole">The part of its text that holds words.</param>
    /// <param name="breaks">Where parts of the document start, in order.</param>
    public static IEnumerable<OwnClause> Of(Document document, TextSpan whole, IReadOnlyList<LineBreak> breaks)
    {
        var candidates = DocumentLines.In(document, whole)
            .Select(line => Read(document.Text, line.Line, line.Heading?.Level ?? 0))
            .OfType<NumberedHead>()
            .ToList();
        var heads = Sections(candidates).ToList();
        var starts = heads.Select(head => head.Start).ToHashSet();
        var others = breaks.Where(other => !starts.Contains(other.Start)).ToList();
        var behind = 0;
        for (var i = 0; i < heads.Count; i++)
        {
            var head = heads[i];
            var next = heads.Skip(i + 1).FirstOrDefault(other => !other.IsInside(head))?.Start ?? whole.End;
            while (behind < others.Count && others[behind].Start < head.Start)
            {
                behind++;
            }
            var end = others.Skip(behind).TakeWhile(other => other.Start < next).Where(head.EndsAt).Select(other => other.Start).FirstOrDefault(next);
            yield return new(head.Reference, TextLines.Trim(document.Text, TextSpan.FromBounds(head.Start, end)));
        }
    }

    private static IEnumerable<NumberedHead> Sections(List<NumberedHead> candidates)
    {
        var decimals = candidates.Where(candidate => candidate.Levels.Length > 1).ToList();
        var accepted = decimals.Where((candidate, i) =>
            (i > 0 && decimals[i - 1].LeadsTo(candidate)) || (i + 1 < decimals.Count && candidate.LeadsTo(decimals[i + 1]))).ToHashSet();
        accepted.UnionWith(Tops(candidates, accepted));
        return candidates.Where(accepted.Contains);
    }

    // 3. is a section where 3.1 follows it, or where it stands as a title between sections 2 and 4; else it may be an item of a list.
    private static IEnumerable<NumberedHead> Tops(List<NumberedHead> candidates, HashSet<NumberedHead> decimals)
    {
        var headings = candidates.Where(candidate => candidate.IsHeading && candidate.Levels.Length == 1).Select(candidate => candidate.Levels[0]).ToHashSet();
        var last = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            if (decimals.Contains(candidate))
            {
                last = candidate.Levels[0];
            }
            else if (candidate.Levels.Length == 1
                && ((i + 1 < candidates.Count && decimals.Contains(candidates[i + 1]) && candidate.LeadsTo(candidates[i + 1]))
                    || (decimals.Count > 0 && candidate.IsTitle && candidate.Levels[0] == last + 1)
                    // # 1. Term, # 2. Rent: headings that count.
                    || (candidate.IsHeading && (headings.Contains(candidate.Levels[0] - 1) || headings.Contains(candidate.Levels[0] + 1)))))
            {
                last = candidate.Levels[0];
                yield return candidate;
            }
        }
    }

    private static NumberedHead? Read(string text, TextSpan line, int headingLevel)
    {
        var even = EvenText.Of(text.Substring(line.Start, Math.Min(line.Length, LongestHead)));
        var start = 0;
        while (start < even.Length && even[start] is '*' or '#' or ' ')
        {
            start++;
        }
        var levels = ImmutableArray.CreateBuilder<int>();
        var end = start;
        while (levels.Count < MostLevels && ReadLevel(even, end, out var level) is var behind && behind > end)
        {
            levels.Add(level);
            end = behind;
            if (Scan.At(even, end) != '.' || !char.IsAsciiDigit(Scan.At(even, end + 1)))
            {
                break;
            }
            end++;
        }
        if (levels.Count == 0 || !OpensWords(even, end, headingLevel > 0 || levels.Count > 1))
        {
            return null;
        }
        var section = string.Join('.', levels.Select(level => level.ToString(CultureInfo.InvariantCulture)));
        return new(line.Start, levels.ToImmutable(), headingLevel, headingLevel > 0 || IsShort(text, line), Reference(section));
    }

    private static int ReadLevel(string even, int position, out int level)
    {
        var end = Scan.Digits(even, position, 4);
        level = 0;
        return end > position && even[position] != '0'
            && int.TryParse(even.AsSpan(position, end - position), NumberStyles.None, CultureInfo.InvariantCulture, out level) && level <= LargestNumber
            ? end
            : position;
    }

    // "3.2 The", "3.2. The", "3.2 押金"; neither "3.2%" nor "3.5 + 4".
    private static bool OpensWords(string even, int end, bool withoutDot)
    {
        var dotted = Scan.At(even, end) is '.' or '、' or ')';
        var words = Scan.Spaces(even, dotted ? end + 1 : end, 8);
        var next = Scan.At(even, words);
        var isText = char.IsLetter(next) || next is '"' or '“' or '《' or '【' or '*' or '(' or '[' or '\0';
        return isText && (dotted || withoutDot) && (words > end || Characters.IsHan(next) || next == '\0');
    }

    private static bool IsShort(string text, TextSpan line) =>
        line.Length <= LongestHead && text[line.End - 1] is not ('.' or '。' or ';' or '；' or ',' or '，' or ':' or '：' or '?' or '？' or '!' or '！');

    private static ClauseReference Reference(string section)
    {
        var list = new ReferenceList();
        _ = SectionReader.TryHead(section, 0, SectionStyle.Section, list, out _);
        return list.ToReferences(null, null)[0];
    }
}
