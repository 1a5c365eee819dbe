using Bot.Retrieval.Answering;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Tests.Answering;

public sealed class CitationCheckerTests
{
    private static readonly Passage[] Passages = [.. TestDocument.Passages("法案", "第一段说甲。\n\n第二段说乙。")];

    [Fact]
    public void A_quote_that_stands_there_letter_for_letter_holds() => Assert.True(CitationChecker.Holds(Cite(Passages[0], 0, 6, "第一段说甲。")));

    [Theory]
    [InlineData("第一段说乙。")]
    [InlineData("第一段說甲。")]
    [InlineData("第一段说甲.")]
    [InlineData("第一段说甲")]
    [InlineData("第一段说甲。 ")]
    [InlineData(" 第一段说甲。")]
    [InlineData("")]
    public void An_altered_letter_drops_the_quote(string quote) => Assert.False(CitationChecker.Holds(Cite(Passages[0], 0, 6, quote)));

    [Fact]
    public void An_empty_quote_is_dropped() => Assert.False(CitationChecker.Holds(Cite(Passages[0], 2, 0, "")));

    [Fact]
    public void Words_of_another_passage_are_dropped() => Assert.False(CitationChecker.Holds(Cite(Passages[0], 8, 6, "第二段说乙。")));

    [Fact]
    public void A_quote_that_runs_out_of_its_passage_is_dropped()
    {
        Assert.False(CitationChecker.Holds(Cite(Passages[0], 0, 7, "第一段说甲。\n")));
        Assert.False(CitationChecker.Holds(Cite(Passages[1], 7, 7, "\n第二段说乙。")));
    }

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(1000, 1)]
    [InlineData(int.MaxValue, 0)]
    [InlineData(10, int.MaxValue - 10)]
    public void A_span_outside_the_document_is_dropped(int start, int length) => Assert.False(CitationChecker.Holds(Cite(Passages[1], start, length, "第")));

    [Fact]
    public void What_holds_is_numbered_from_1_in_its_order()
    {
        var kept = CitationChecker.Check([Cite(Passages[0], 0, 6, "第一段说丙。"), Cite(Passages[1], 8, 6, "第二段说乙。"), Cite(Passages[0], 0, 6, "第一段说甲。")]);
        Assert.Equal([(1, "第二段说乙。"), (2, "第一段说甲。")], kept.Select(citation => (citation.Number, citation.Quote)));
    }

    private static Citation Cite(Passage passage, int start, int length, string quote) => new(9, passage, new TextSpan(start, length), quote);
}
