using Bot.Retrieval.Analysis;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Analysis;

public sealed class AnalyzerTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(100);

    [Theory]
    [InlineData("SB1047")]
    [InlineData("SB-1047")]
    [InlineData("SB 1047")]
    [InlineData("sb-1047")]
    [InlineData("sb1047")]
    [InlineData("SB\u20101047")]
    [InlineData("SB\u20111047")]
    [InlineData("SB\u20131047")]
    [InlineData("ＳＢ－１０４７")]
    [InlineData("加州SB-1047法案")]
    public void A_bill_is_one_identifier_however_it_is_written(string text) =>
        Assert.Contains(("sb1047", TermKind.Identifier), TermList.Of(text).Select(term => (term.Text, term.Kind)));

    [Fact]
    public void A_joined_identifier_spans_all_that_it_is_made_of()
    {
        var identifier = Assert.Single(TermList.Of("加州SB-1047法案"), term => term.Kind == TermKind.Identifier);
        Assert.Equal(new(2, 7), identifier.Span);
    }

    [Fact]
    public void A_common_word_before_a_number_is_not_an_identifier() =>
        Assert.DoesNotContain(TermList.Of("about 1047 people, on 7 days"), term => term.Kind == TermKind.Identifier);

    [Theory]
    [InlineData("22603（ｂ）", "22603(b)")]
    [InlineData("SB1047法案的條款", "SB1047法案的条款")]
    [InlineData("ＯｐｅｎＡＩ", "OpenAI")]
    [InlineData("don’t", "don't")]
    [InlineData("Ogród Café", "ogrod cafe")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("1,000", "1000")]
    [InlineData("１，０００，０００", "1000000")]
    public void Spellings_of_one_text_have_the_same_terms(string one, string other) => Assert.Equal(Texts(other), Texts(one));

    [Theory]
    [InlineData("94.2亿", "94.2")]
    [InlineData("2,300.50", "2300.50")]
    [InlineData("3.", "3")]
    [InlineData(".5", "5")]
    public void A_number_keeps_its_decimals(string text, string number) =>
        Assert.Equal(number, Assert.Single(TermList.Of(text), term => term.Kind == TermKind.Number).Text);

    [Theory]
    [InlineData("3,14", new[] { "3", "14" })]
    [InlineData("1,0000", new[] { "1", "0000" })]
    public void A_comma_that_groups_no_thousands_parts_two_numbers(string text, string[] numbers) => Assert.Equal(numbers, Texts(text));

    [Fact]
    public void Han_characters_stand_alone_and_in_pairs() =>
        Assert.Equal(["开", "开源", "源", "源模", "模", "模型", "型"], Texts("开源模型"));

    [Fact]
    public void Pairs_do_not_cross_punctuation() => Assert.Equal(["甲", "乙"], Texts("甲，乙"));

    [Fact]
    public void Words_are_stemmed() => Assert.Equal(["open", "model"], Texts("opening models"));

    [Fact]
    public void A_word_without_end_is_cut()
    {
        var term = Assert.Single(TermList.Of(new string('x', 10_000)));
        Assert.InRange(term.Text.Length, 1, 64);
        Assert.Equal(new(0, 10_000), term.Span);
    }

    [Fact]
    public void Every_term_of_any_text_stands_in_it() =>
        Prop.ForAll(TextSamples.Arbitrary, text =>
                TermList.Of(text).All(term => term.Text.Length > 0 && term.Span.Length > 0 && term.Span.End <= text.Length))
            .Check(Thorough);

    [Fact]
    public void Every_string_can_be_analysed() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => TermList.Of(text ?? "").All(term => term.Span.End <= text!.Length)).Check(Thorough);

    [Fact]
    public void Simplified_and_traditional_text_have_the_same_terms()
    {
        const string Text = "开发者需要报告任何模型的潜在的安全事故";
        Assert.Equal(Texts(Text), Texts(TraditionalScript.Of(Text)));
    }

    private static IEnumerable<string> Texts(string text) => TermList.Of(text).Select(term => term.Text);
}
