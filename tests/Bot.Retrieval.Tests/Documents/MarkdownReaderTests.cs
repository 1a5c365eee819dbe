using System.Text;
using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Tests.Documents;

public sealed class MarkdownReaderTests : DocumentReaderContract
{
    private readonly MarkdownReader _reader = new();

    protected override string FileName => "a.md";

    internal override IDocumentReader CreateReader() => new MarkdownReader();

    internal override byte[] Sample() => Encoding.UTF8.GetBytes("---\ntitle: 題\n---\n# 標題\n\n第一句話。\n\nThe last sentence.\n");

    [Fact]
    public async Task Headings_are_found_outside_of_code_quotes_and_lists()
    {
        var document = await _reader.ReadOneAsync("a.md", """
            # One **bold** [link](https://example.com) #

            text

            Two
            ===

            ```
            # not this
            ```

                # nor this

            > # nor a quoted one

            - # nor one in a list

            ### Three
            #not a heading
            """);
        Assert.Equal([("One bold link", 1), ("Two", 1), ("Three", 3)], document.Headings.Select(heading => (heading.Text, heading.Level)));
        Assert.Equal("# One **bold** [link](https://example.com) #", document.Headings[0].Span.In(document.Text).ToString());
        Assert.Equal("Two\n===", document.Headings[1].Span.In(document.Text).ToString());
    }

    [Fact]
    public async Task The_text_keeps_its_markup_and_leaves_front_matter_out()
    {
        var document = await _reader.ReadOneAsync("a.md", "---\r\ntitle: T\r\n---\r\n\r\n**粗(cū)體** `code`\r\n\r\n[a](b)\r\n");
        Assert.Equal("\n**粗體** `code`\n\n[a](b)\n", document.Text);
        Assert.Equal(5, document.LineOf("體"));
        Assert.Equal(7, document.LineOf("[a](b)"));
    }

    [Fact]
    public async Task Title_date_author_and_link_come_from_the_front_matter()
    {
        var document = await _reader.ReadOneAsync("a.md", """
            ---
            title: 'A: B'
            date: 2024-06-18T08:00:00+08:00
            authors: [Ann, 李雷]
            link: https://example.com/a
            nested: {deep: [1, 2]}
            ---
            # Heading
            """);
        Assert.Equal(("A: B", new DateOnly(2024, 6, 18), "Ann, 李雷", new Uri("https://example.com/a")), (document.Title, document.Date, document.Author, document.Link));
    }

    [Fact]
    public async Task Without_front_matter_the_first_heading_is_the_title() =>
        Assert.Equal("第一章 總則", (await _reader.ReadOneAsync("folder/a.md", "text\n\n## 第一章 總則\n# Later\n")).Title);

    [Fact]
    public async Task Without_a_heading_the_file_name_is_the_title() =>
        Assert.Equal("民法典 v1.2", (await _reader.ReadOneAsync("folder/民法典 v1.2.md", "text")).Title);

    [Theory]
    [InlineData("Source: https://example.com/x.", "https://example.com/x")]
    [InlineData("本文来源： [名](https://example.com/x?y=1)", "https://example.com/x?y=1")]
    [InlineData("> 來源:https://example.com/x，另", "https://example.com/x")]
    [InlineData("**Source:** <http://example.com/x>", "http://example.com/x")]
    [InlineData("原文链接：https://example.com/x", "https://example.com/x")]
    public async Task A_source_line_gives_the_link(string line, string link) =>
        Assert.Equal(new Uri(link), (await _reader.ReadOneAsync("a.md", "Text.\n\n" + line + "\n")).Link);

    [Theory]
    [InlineData("See https://example.com/x")]
    [InlineData("Source code: see [it](ftp://example.com)")]
    [InlineData("来源：javascript:alert(1)")]
    [InlineData("---\nlink: javascript:alert(1)\n---\ntext")]
    [InlineData("---\nlink: file:///etc/passwd\n---\ntext")]
    public async Task Nothing_else_is_a_link(string text) => Assert.Null((await _reader.ReadOneAsync("a.md", text)).Link);
}
