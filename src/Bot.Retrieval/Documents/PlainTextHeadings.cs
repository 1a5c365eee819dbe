using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Documents;

/// <summary>
/// Finds headings in a text without markup: <c>第三章 …</c>, <c>第一节</c>, <c>第五十四条</c> alone on a line,
/// <c>Chapter 2</c>, <c>Article 5 …</c>, and Markdown's <c># …</c>. A line that may be part of a sentence is none.
/// </summary>
internal static partial class PlainTextHeadings
{
    private const int LongestLine = 120;

    // Of the parts of a text; Markdown's own levels come before them.
    private const int Division = 11;
    private const int Chapter = 12;
    private const int Section = 13;
    private const int Article = 14;

    private static readonly string[] EnglishUnits =
        ["Book", "Title", "Part", "Division", "Subdivision", "Chapter", "Section", "Article", "Appendix", "Annex", "Schedule"];

    public static ImmutableArray<Heading> Find(string text)
    {
        var found = new List<Heading>();
        var inFence = false;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            length = length < 0 ? text.Length - start : length;
            var line = text.AsSpan(start, length);
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                inFence = !inFence;
            }
            else if (!inFence && length is > 0 and <= LongestLine && Classify(line.Trim().ToString()) is { } heading)
            {
                found.Add(new(new TextSpan(start, length), heading.Rank, heading.Text));
            }
            start += length + 1;
        }
        return WithLevels(found);
    }

    /// <summary>
    /// The first heading, if it names the whole text: <c># Report</c> or <c>中华人民共和国民法典第五十四条</c>, but not
    /// <c>第一章 总则</c>, which is a chapter of something that only the file's name says.
    /// </summary>
    public static string? TitleOf(ImmutableArray<Heading> headings, string text) =>
        headings is [var first, ..] && (first.Span.In(text).TrimStart().StartsWith('#') || NamedArticle.IsMatch(first.Text)) ? first.Text : null;

    private static (int Rank, string Text)? Classify(string line)
    {
        if (line is ['#', ..])
        {
            return AtxLine.Match(line) is { Success: true } atx && MetadataValues.Text(atx.Groups["text"].Value) is { } said
                ? (atx.Groups["marks"].Length, said)
                : null;
        }
        var rank = line switch
        {
            [var first, ..] when Characters.IsHan(first) || first == '《' => ChineseRank(line),
            [var first, ..] when char.IsAsciiLetterUpper(first) => EnglishRank(line),
            _ => null,
        };
        return rank is null ? null : (rank.Value, TextCleaner.CleanLine(line));
    }

    private static int? ChineseRank(string line) =>
        !HasNumberedPart(line) ? null : ArticleLine.IsMatch(line) || NamedArticle.IsMatch(line)
            ? Article
            : PartLine.Match(line) is { Success: true } part
                ? part.Groups["unit"].Value switch { "章" => Chapter, "节" or "節" => Section, _ => Division }
                : null;

    // Hardly any line has one, and this says so long before the expressions would.
    private static bool HasNumberedPart(ReadOnlySpan<char> line)
    {
        var start = line.IndexOf('第');
        if (start < 0)
        {
            return false;
        }
        var rest = line[(start + 1)..].TrimStart(" \t").TrimStart("〇零一二三四五六七八九十百千两兩0123456789０１２３４５６７８９").TrimStart(" \t");
        return rest is ['编' or '編' or '篇' or '卷' or '章' or '节' or '節' or '分' or '部' or '条' or '條', ..];
    }

    private static int? EnglishRank(string line) =>
        Array.Exists(EnglishUnits, unit => line.StartsWith(unit, StringComparison.OrdinalIgnoreCase)) && EnglishLine.Match(line) is { Success: true } match
            ? match.Groups["unit"].Value.ToUpperInvariant() switch
            {
                "CHAPTER" => Chapter,
                "SECTION" => Section,
                "ARTICLE" => Article,
                _ => Division,
            }
            : null;

    // The outermost kind that occurs is level 1, the next one 2.
    private static ImmutableArray<Heading> WithLevels(List<Heading> found)
    {
        var ranks = found.Select(heading => heading.Level).Distinct().Order().ToList();
        return [.. found.Select(heading => heading with { Level = ranks.IndexOf(heading.Level) + 1 })];
    }

    [GeneratedRegex("""^(?<marks>#{1,6})[ \t]+(?<text>.*?)[ \t]*#*$""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AtxLine { get; }

    // With a space or colon behind the number anything short that is no sentence; straight behind it only what is no phrase: 第一节课 is a lesson.
    [GeneratedRegex(
        """^第[ \t]?[〇零一二三四五六七八九十百千两兩0-9０-９]{1,9}[ \t]?(?:(?<unit>[编編篇卷章节節]|分编|分編|部分)(?:[ \t\u3000：:、.．]+[^。；;！!？?，,]{0,60})?|(?<unit>[编編章]|分编|分編)[^\s。；;！!？?，,、：:的了是在]{1,20})$""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex PartLine { get; }

    [GeneratedRegex(
        """^第[ \t]?[〇零一二三四五六七八九十百千两兩0-9０-９]{1,9}[ \t]?[条條](?:之[一二三四五六七八九十]{1,3})?[ \t\u3000]*(?:[【〔（(\[][^】〕）)\]]{1,40}[】〕）)\]])?$""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArticleLine { get; }

    [GeneratedRegex(
        """^《?[\p{Lo}（）()]{2,40}》?[ \t\u3000]?第[〇零一二三四五六七八九十百千两兩0-9]{1,9}[条條](?:之[一二三四五六七八九十]{1,3})?$""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedArticle { get; }

    // A title behind the number starts with a capital and doesn't end like a sentence: "Section 3 of the Act applies" is none.
    [GeneratedRegex(
        """^(?<unit>(?i:Book|Title|Part|Division|Subdivision|Chapter|Section|Article|Appendix|Annex|Schedule))[ \t]+(?:[0-9]{1,6}(?:[.\-][0-9]{1,4}){0,3}|[IVXLC]{1,8}|[A-Z])(?:[ \t]*[.:—–\-]?|(?:[ \t]*[.:—–\-][ \t]*|[ \t]+)["“(]?\p{Lu}[^;]*[^.;,:;!?])$""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnglishLine { get; }
}
