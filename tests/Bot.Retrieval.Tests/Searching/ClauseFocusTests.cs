using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Tests.Builders;

namespace Bot.Retrieval.Tests.Searching;

public sealed class ClauseFocusTests
{
    private static readonly IndexSnapshot Snapshot = new()
    {
        Clauses = ClauseIndex.Build(
            [
                TestDocument.Record("a", "教育法第五条", "国家保障受教育的权利。"),
                TestDocument.Record("b", "劳动法第五条", "国家促进劳动就业。"),
                TestDocument.Record("c", "某评论", "SB-1047法案第22603(b)条要求报告安全事故。"),
            ],
            []),
    };

    [Fact]
    public void A_question_without_a_clause_has_none() => Assert.IsType<ClauseFocus.None>(ClauseFocus.Of("法案是什么时候拟定的？", Snapshot));

    [Fact]
    public void A_clause_that_is_there_is_found_where_it_stands()
    {
        var found = Assert.IsType<ClauseFocus.Found>(ClauseFocus.Of("22603(b)条要求什么？", Snapshot));
        Assert.Contains("报告安全事故", Assert.Single(found.Matches).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_is_found_by_its_parts() =>
        Assert.Equal("22603(b)", Assert.Single(Assert.IsType<ClauseFocus.Found>(ClauseFocus.Of("第22603条要求什么？", Snapshot)).Matches).Reference.Canonical);

    [Theory]
    [InlineData("22605(c)条规定了什么？")]
    [InlineData("What does section 22606 say?")]
    [InlineData("22603(c)条要求报告安全事故吗？")]
    public void A_clause_that_no_document_speaks_of_is_unknown_and_the_nearest_are_named(string question)
    {
        var unknown = Assert.IsType<ClauseFocus.Unknown>(ClauseFocus.Of(question, Snapshot));
        Assert.Contains(unknown.Nearest, clause => clause.Canonical == "22603(b)");
        Assert.Empty(unknown.Enclosing);
    }

    [Fact]
    public void A_part_of_a_clause_that_is_there_is_unknown_and_what_contains_it_is_shown()
    {
        var unknown = Assert.IsType<ClauseFocus.Unknown>(ClauseFocus.Of("22603(b)(1)条要求什么？", Snapshot));
        Assert.Equal("22603(b)(1)", unknown.Asked.Canonical);
        Assert.Equal("22603(b)", Assert.Single(unknown.Enclosing).Reference.Canonical);
    }

    [Fact]
    public void A_clause_of_two_codes_is_ambiguous_until_one_is_named()
    {
        var ambiguous = Assert.IsType<ClauseFocus.Ambiguous>(ClauseFocus.Of("第五条规定了什么？", Snapshot));
        Assert.Equal(2, ambiguous.Choices.Length);
        var found = Assert.IsType<ClauseFocus.Found>(ClauseFocus.Of("劳动法第五条规定了什么？", Snapshot));
        Assert.Equal("国家促进劳动就业。", found.Matches[0].Text);
    }

    [Fact]
    public void Of_several_clauses_those_that_are_there_decide() =>
        Assert.Equal("22603(b)", Assert.Single(Assert.IsType<ClauseFocus.Found>(ClauseFocus.Of("22603(b)条和22605(c)条有什么区别？", Snapshot)).Matches).Reference.Canonical);
}
