using System.Globalization;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Clauses;

/// <summary>A reference and one of the ways in which people write it, for property tests.</summary>
internal sealed record WrittenReference(ClauseReference Reference, string Written)
{
    private static readonly string[] Codes = ["民法典", "劳动合同法", "个体工商户条例", "刑法", "专利法实施细则"];

    public static Gen<WrittenReference> Any => Gen.OneOf(Sections, Articles);

    /// <summary>Of a code that counts as California's do: 22603(a)(1)(A)(ii).</summary>
    public static Gen<WrittenReference> Sections =>
        from number in Gen.Choose(100, 99_999).Where(number => number is < 1900 or > 2099)
        from depth in Gen.Choose(0, 4)
        from letter in Gen.Choose(0, 25)
        from item in Gen.Choose(1, 30)
        from capital in Gen.Choose(0, 7)
        from roman in Gen.Choose(2, 9)
        from form in Gen.Choose(0, 8)
        select Section(number, depth, ((char)('a' + letter)).ToString(), item, ((char)('A' + capital)).ToString(), roman, form);

    /// <summary>Of a Chinese code: 民法典第54条第2款第3项.</summary>
    public static Gen<WrittenReference> Articles =>
        from number in Gen.Choose(1, 1300)
        from inserted in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 12)))
        from paragraph in Gen.Choose(0, 12)
        from item in Gen.Choose(0, 20)
        from code in Gen.Elements(Codes)
        from form in Gen.Choose(0, 8)
        select Article(number, inserted, paragraph, item, code, form);

    private static WrittenReference Section(int number, int depth, string letter, int item, string capital, int roman, int form)
    {
        Subdivision[] path =
        [
            new(SubdivisionKind.LowerLetter, letter),
            new(SubdivisionKind.Number, item.ToString(CultureInfo.InvariantCulture)),
            new(SubdivisionKind.UpperLetter, capital),
            new(SubdivisionKind.LowerRoman, RomanNumeral.Print(roman)),
        ];
        string[] words = ["subdivision", "paragraph", "subparagraph", "clause"];
        var steps = path.Take(depth).ToList();
        var markers = string.Concat(steps.Select(step => $"({step.Value})"));
        var named = string.Join("", steps.Select((step, level) => $", {words[level]} ({step.Value})"));
        var inverted = string.Concat(steps.Select((step, level) => $"{words[level]} ({step.Value}) of ").Reverse());
        var written = form switch
        {
            0 => $"section {number}{markers}",
            1 => $"§{number}{markers}",
            2 => $"Sec. {number}{string.Join(" ", steps.Select(step => $"({step.Value})"))}",
            3 => $"section {number}{named}",
            4 => $"{inverted}Section {number}",
            5 => $"Section {number}{TraditionalScript.FullWidth(markers)}",
            6 => depth == 0 ? $"§ {number}" : $"第{number}{markers}条",
            7 => depth == 0 ? $"SECTION {number}" : $"第 {number} 條 {markers} 款",
            _ => $"§ {TraditionalScript.FullWidth(number.ToString(CultureInfo.InvariantCulture))} {markers}".TrimEnd(),
        };
        return new(new() { Style = SectionStyle.Section, Section = number.ToString(CultureInfo.InvariantCulture), Path = [.. steps] }, written);
    }

    private static WrittenReference Article(int number, int inserted, int paragraph, int item, string code, int form)
    {
        var path = new List<Subdivision>();
        if (paragraph > 0)
        {
            path.Add(new(SubdivisionKind.Kuan, paragraph.ToString(CultureInfo.InvariantCulture)));
        }
        if (item > 0)
        {
            path.Add(new(SubdivisionKind.Xiang, item.ToString(CultureInfo.InvariantCulture)));
        }
        var han = ArticleIn(ChineseNumeral.Print, number, inserted, paragraph, item, "第（", "）项");
        var arabic = ArticleIn(value => value.ToString(CultureInfo.InvariantCulture), number, inserted, paragraph, item, "第", "项");
        var written = form switch
        {
            0 => code + han,
            1 => code + arabic,
            2 => $"《{code}》{han}",
            3 => $"《中华人民共和国{code}》{arabic}",
            4 => TraditionalScript.Of(code + han),
            5 => code + TraditionalScript.FullWidth(arabic),
            6 => $"根据{code}的{han}",
            7 => code + arabic[1..],
            _ => $"{code} {arabic.Replace("第", "第 ", StringComparison.Ordinal)}",
        };
        var section = inserted == 0 ? $"{number}" : $"{number}之{inserted}";
        return new(new() { Style = SectionStyle.ChineseArticle, Section = section, Path = [.. path], Code = CodeKey.Of(code) }, written);
    }

    private static string ArticleIn(Func<int, string> print, int number, int inserted, int paragraph, int item, string open, string close) =>
        $"第{print(number)}条"
        + (inserted > 0 ? $"之{print(inserted)}" : "")
        + (paragraph > 0 ? $"第{print(paragraph)}款" : "")
        + (item > 0 ? $"{open}{print(item)}{close}" : "");
}
