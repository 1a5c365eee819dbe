using Bot.Retrieval.Clauses;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Clauses;

public sealed class ClauseParserPropertyTests
{
    private const string Alphabet = "第条條款项項目节之一二三四五六七八九十百千零〇廿两壹22603540189abcixvIVXABs§().,-–—~、，。；：至到和及与或 \n\t　（）《》〈〉法典例规定解释编最高人民法院关于本该同section articleArt.Sec.subdivision of the and to U.S.C.CodeActSB-1047GDPR⑴㈠Ⅲ①\uD800\uDC00\u200B\u0301";

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(3000);

    private static Gen<string> Texts =>
        Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
            Gen.Elements(Alphabet.ToCharArray()).ArrayOf().Select(characters => new string(characters)),
            Gen.Elements("第", "五", "十", "条", "款", "项", "(b)", "（三）", "22603", "§", " ", "section ", "subdivision (a) of ", "Article ", "III", "、", "-", "to ", "《", "》", "民法典", "17 U.S.C. ", "of the ", "Civil Code", "SB-1047", "\n", ".").ArrayOf().Select(string.Concat));

    [Fact]
    public void Any_text_is_taken_and_mentions_are_in_range_in_order_and_apart() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var end = 0;
            foreach (var mention in ClauseParser.FindAll(text))
            {
                if (mention.Span.Start < end || mention.Span.IsEmpty || mention.Span.End > text.Length || mention.References.IsEmpty || mention.References.Any(reference => reference.Section.Length == 0))
                {
                    return false;
                }
                end = mention.Span.End;
            }
            return true;
        }).Check(Many);

    [Theory]
    [InlineData("第")]
    [InlineData("第一、")]
    [InlineData("第1之")]
    [InlineData("5 to ")]
    [InlineData("22603(a)")]
    [InlineData("(a)")]
    [InlineData("《")]
    [InlineData("最高人民法院关于")]
    [InlineData("paragraph (1) of ")]
    [InlineData("section 5 of the ")]
    [InlineData("第五条至")]
    [InlineData("12.3.4 ")]
    public void What_looks_like_references_without_end_is_read_in_one_go(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length));
        Assert.All(ClauseParser.FindAll(text), mention => Assert.InRange(mention.References.Length, 1, 1000));
    }

    [Fact]
    public void Any_command_is_read_or_answered_with_an_example() =>
        Prop.ForAll(Texts.ToArbitrary(), text => ClauseParser.Parse(text) switch
        {
            ClauseParse.Parsed parsed => !parsed.References.IsEmpty && parsed.References.All(reference => reference.Canonical.Length > 0),
            ClauseParse.Malformed malformed => malformed.Example.Length > 0,
            _ => false,
        }).Check(Many);

    [Fact]
    public void A_reference_is_read_back_from_every_way_of_writing_it() =>
        Prop.ForAll(WrittenReference.Any.ToArbitrary(), written =>
            ClauseParser.Parse(written.Written) is ClauseParse.Parsed { References: [var single] } && single == written.Reference).Check(Many);

    [Fact]
    public void A_reference_in_prose_is_read_as_in_a_command() =>
        Prop.ForAll(WrittenReference.Any.ToArbitrary(), written =>
            ClauseParser.FindAll($"有人问：{written.Written}。") is [{ IsTentative: false, References: [var single] }] && single == written.Reference).Check(Many);

    [Fact]
    public void The_canonical_form_reads_back_as_the_same_clause() =>
        Prop.ForAll(WrittenReference.Any.ToArbitrary(), written =>
            ClauseParser.Parse(written.Reference.Canonical) is ClauseParse.Parsed { References: [var single] }
            && single.Canonical == written.Reference.Canonical
            && single == written.Reference with { Code = null }).Check(Many);

    [Fact]
    public void Every_part_of_a_clause_is_inside_it() =>
        Prop.ForAll(WrittenReference.Any.ToArbitrary(), written =>
        {
            var clause = written.Reference;
            return Enumerable.Range(0, clause.Path.Length + 1)
                .Select(depth => clause with { Path = clause.Path[..depth] })
                .All(outer => outer.Contains(clause));
        }).Check(Many);
}
