using Bot.Retrieval.Indexing;
using Bot.Retrieval.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class NumberedSectionsTests
{
    private const string Lease = """
        RESIDENTIAL LEASE AGREEMENT

        1. Term
        1.1 The lease begins on March 1.
        1.2. Either party may end it by 60 days' notice.

        2. Security deposit
        2.1 The tenant pays a deposit.
        2.2 The landlord returns it within 21 days, less:
        (a) unpaid rent;
        (b) the cost of repairs.
        2.2.1 The steps are:
        1. Clean the rooms.
        2. Hand over the keys.

        3. Pets

        No pets without consent. See section 2.2(a).
        """;

    private static readonly ClauseIndex Contract = ClauseIndex.Build(TestDocument.Passages("lease", Lease), []);

    [Theory]
    [InlineData("1.1", "1.1 The lease begins on March 1.")]
    [InlineData("section 1.2", "1.2. Either party may end it by 60 days' notice.")]
    [InlineData("§2.2(b)", "(b) the cost of repairs.")]
    [InlineData("第2.2(a)条", "(a) unpaid rent;")]
    [InlineData("clause 2.2.1", "2.2.1 The steps are:\n1. Clean the rooms.\n2. Hand over the keys.")]
    [InlineData("section 1", "1. Term\n1.1 The lease begins on March 1.\n1.2. Either party may end it by 60 days' notice.")]
    [InlineData("clause 3", "3. PetsNo pets without consent. See section 2.2(a).")]
    public void A_contracts_sections_are_found_by_their_numbers(string reference, string words)
    {
        var found = Assert.IsType<ClauseLookupResult.Found>(Contract.Find(reference));
        Assert.Equal(words, string.Concat(found.Matches.Where(match => match.IsOwnText).Select(match => match.Text)));
    }

    [Theory]
    [InlineData("1.3")]
    [InlineData("4")]
    [InlineData("2.1.1")]
    [InlineData("2(a)")]
    [InlineData("2.2(c)")]
    [InlineData("3.1")]
    public void A_section_that_isnt_there_is_not_found(string reference) =>
        Assert.IsNotType<ClauseLookupResult.Found>(Contract.Find(reference));

    [Fact]
    public void What_speaks_of_a_section_is_listed_behind_it()
    {
        var found = Assert.IsType<ClauseLookupResult.Found>(Contract.Find("2.2(a)"));
        Assert.Equal(["(a) unpaid rent;", "See section 2.2(a)."], found.Matches.Select(match => match.Text));
    }

    [Fact]
    public void Numbered_headings_hold_what_stands_below_them()
    {
        var index = ClauseIndex.Build(
            TestDocument.Passages("保修手册", "# 1 总则\n\n适用于所有产品。\n\n# 2 保修\n\n## 2.1 期限\n\n保修期为两年。\n\n## 2.2 例外\n\n人为损坏除外。\n\n# 附录\n\n联系方式。\n"),
            []);
        Assert.Equal("保修期为两年。", Own(index, "2.1"));
        Assert.Equal("保修期为两年。人为损坏除外。", Own(index, "section 2"));
        Assert.Equal("人为损坏除外。", Own(index, "第2.2节"));
    }

    [Theory]
    [InlineData("Steps\n\n1. Open the box.\n2. Press the button.\n3. Wait.")]
    [InlineData("Growth was 2.1 percent.\n\n3.5 Million people came.\n\n7.2 Million left.")]
    [InlineData("# 1.2.0 Changes\n\nNew things.\n\n# 1.1.0 Changes\n\nOld things.")]
    [InlineData("3.2 The only number here.")]
    [InlineData("2024.6.18 发布会\n\n2024.6.19 第二天")]
    public void Numbers_that_are_no_outline_make_no_sections(string text) =>
        Assert.Empty(ClauseIndex.Build(TestDocument.Passages("text", text), []).All);

    [Fact]
    public void A_table_of_contents_doesnt_hide_the_sections_it_lists()
    {
        var index = ClauseIndex.Build(
            TestDocument.Passages("policy", "1.1 Scope\n1.2 Duties\n\n1.1 Scope\n\nThis policy covers everyone who works here.\n\n1.2 Duties\n\nEveryone reads it once a year."),
            []);
        Assert.Equal("1.2 DutiesEveryone reads it once a year.", Own(index, "1.2"));
    }

    [Fact]
    public void Any_lines_of_numbers_can_be_read()
    {
        var line = Gen.Elements("1", "1.1", "1.2", "2.1", "2", "3.1.1", "0.5", "999.999", "1000.1", "(a)", "# 1.3", "Article 2", "")
            .SelectMany(number => Gen.Elements("", " ", ". ", "、", " Words", "条 文字").Select(tail => number + tail));
        Prop.ForAll(line.ArrayOf().ToArbitrary(), lines =>
        {
            var index = ClauseIndex.Build(TestDocument.Passages("any", string.Join('\n', lines)), []);
            return index.All.All(clause => index.Find(clause) is ClauseLookupResult.Found);
        }).QuickCheckThrowOnFailure();
    }

    private static string Own(ClauseIndex index, string reference)
    {
        var found = Assert.IsType<ClauseLookupResult.Found>(index.Find(reference));
        return string.Concat(found.Matches.Where(match => match.IsOwnText).Select(match => match.Text));
    }
}
