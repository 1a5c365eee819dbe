using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Tests.Documents;

public sealed class FrontMatterParserTests
{
    [Fact]
    public async Task Invalid_front_matter_costs_its_bad_values_only_and_is_reported_with_its_line()
    {
        var read = Assert.IsType<ReadResult.Read>(await new PlainTextReader().ReadAsync("a.txt", "---\ntitle: Fine\nauthor: \"never closed\ndate: 2024-06-18\n---\nThe text.\n"));
        var document = Assert.Single(read.Documents);
        Assert.Equal(("The text.\n", "Fine", new DateOnly(2024, 6, 18)), (document.Text, document.Title, document.Date));
        var problem = Assert.Single(read.Skipped);
        Assert.Contains("not valid YAML", problem.Reason, StringComparison.Ordinal);
        Assert.InRange(problem.Line!.Value, 3, 5);
    }

    [Fact]
    public void A_tab_for_indentation_is_reported()
    {
        var frontMatter = FrontMatterParser.Parse("---\ntitle: x\n\tauthor: y\n---\ntext");
        Assert.InRange(Assert.Single(frontMatter.Problems).Line, 2, 3);
        Assert.Equal(("x", "y"), (frontMatter.Metadata.Title, frontMatter.Metadata.Author));
    }

    [Theory]
    [InlineData("title: [a\nauthor: b")]
    [InlineData("title: a: b\nauthor: c")]
    [InlineData("title: x\nauthor: @y")]
    [InlineData("title: {a: b\nauthor: {c")]
    public void Whatever_is_wrong_is_reported_inside_of_the_block(string yaml)
    {
        var frontMatter = FrontMatterParser.Parse($"---\n{yaml}\n---\ntext");
        Assert.InRange(Assert.Single(frontMatter.Problems).Line, 2, 3);
        Assert.Equal(yaml.Length + 9, frontMatter.BodyStart);
    }

    [Fact]
    public void A_value_that_is_no_date_is_reported_with_its_line()
    {
        var problem = Assert.Single(FrontMatterParser.Parse("---\ntitle: x\ndate: someday\n---\ntext").Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains("someday", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_no_link_is_reported_with_its_line() =>
        Assert.Equal(2, Assert.Single(FrontMatterParser.Parse("---\nlink: javascript:alert(1)\n---\ntext").Problems).Line);

    [Fact]
    public void Front_matter_that_never_ends_is_text_and_reported()
    {
        var frontMatter = FrontMatterParser.Parse("---\ntitle: x\n\ntext");
        Assert.Equal(0, frontMatter.BodyStart);
        Assert.Equal(1, Assert.Single(frontMatter.Problems).Line);
    }

    [Theory]
    [InlineData("---\nJust text between two breaks.\n---\nmore")]
    [InlineData("---\n- a list\n---\nmore")]
    [InlineData("---\n\nText below a break.\n")]
    [InlineData("---")]
    [InlineData("text\n---\ntitle: x\n---\n")]
    [InlineData("----\ntitle: x\n----\n")]
    public void Other_text_is_no_front_matter(string text)
    {
        var frontMatter = FrontMatterParser.Parse(text);
        Assert.Equal(0, frontMatter.BodyStart);
        Assert.Empty(frontMatter.Problems);
    }

    [Theory]
    [InlineData("2024-06-18")]
    [InlineData("2024/6/18")]
    [InlineData("2024年6月18日")]
    [InlineData("2024-06-18 23:30:00")]
    [InlineData("2024-06-18T23:30:00-11:00")]
    [InlineData("18 June 2024")]
    [InlineData("June 18, 2024")]
    public void Dates_are_read_as_people_write_them(string date) =>
        Assert.Equal(new DateOnly(2024, 6, 18), FrontMatterParser.Parse($"---\ndate: {date}\n---\ntext").Metadata.Date);

    // A comment at the end makes the block one that only the YAML parser reads.
    [Theory]
    [InlineData("title: plain words")]
    [InlineData("title: 'SB-1047: quoted'")]
    [InlineData("title: \"double: quoted\"")]
    [InlineData("title: it's “so”")]
    [InlineData("title: http://x:80/a#b")]
    [InlineData("title: 'it''s'")]
    [InlineData("title: x # comment")]
    [InlineData("title: ~")]
    [InlineData("title: |\n  block")]
    [InlineData("title: more\n  lines")]
    [InlineData("title:\n  - a")]
    public void Simple_entries_mean_what_they_mean_in_YAML(string yaml) =>
        Assert.Equal(
            FrontMatterParser.Parse($"---\n{yaml}\n# comment\n---\ntext").Metadata,
            FrontMatterParser.Parse($"---\n{yaml}\n---\ntext").Metadata);

    [Fact]
    public void Aliases_that_multiply_are_no_danger()
    {
        var levels = Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat("*a" + (i - 1), 9))}]");
        var frontMatter = FrontMatterParser.Parse("---\na0: &a0 [x]\n" + string.Join('\n', levels) + "\ntitle: T\n---\ntext");
        Assert.Equal("T", frontMatter.Metadata.Title);
    }
}
