using System.Text;
using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Tests.Documents;

public sealed class HtmlReaderTests : DocumentReaderContract
{
    private readonly HtmlReader _reader = new();

    protected override string FileName => "a.html";

    internal override IDocumentReader CreateReader() => new HtmlReader();

    internal override byte[] Sample() => Encoding.UTF8.GetBytes("<!doctype html><title>題</title>\n<body><h1>標題 &amp; mehr</h1>\n<p>第一句話。</p><p>The last\nsentence.</p>");

    [Fact]
    public async Task Blocks_stand_on_lines_of_their_own_and_white_space_collapses()
    {
        var document = await _reader.ReadOneAsync("a.html", """
            <html><head><title>T</title><style>p { color: red }</style><script>var x = "<p>no</p>";</script></head>
            <body>
              <nav><a href="/">Home</a></nav>
              <h2>Heading <em>two</em></h2>
              <p>One   <b>bold</b>
                 word &amp; more<br>next&nbsp;line</p>
              <ul><li>first<li>second</ul>
              <table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>
              <template>no</template><pre>  kept
                as is</pre>
              <footer>Imprint</footer>
            </body></html>
            """);
        Assert.Equal(
            """
            Heading two

            One bold word & more
            next line

            first
            second

            a	b
            c	d

              kept
                as is
            """.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("next line", "next\u00A0line", StringComparison.Ordinal).TrimStart(),
            document.Text.Replace("\n\nkept", "\n\n  kept", StringComparison.Ordinal));
        Assert.Equal([("Heading two", 2)], document.Headings.Select(heading => (heading.Text, heading.Level)));
        Assert.Equal((4, 5, 6, 7, 8, 10), (document.LineOf("Heading"), document.LineOf("One"), document.LineOf("word"), document.LineOf("second"), document.LineOf("c\t"), document.LineOf("as is")));
    }

    [Fact]
    public async Task Each_character_leads_to_where_it_stands_in_the_page()
    {
        const string Raw = "<p>a &amp; b &lt;c&gt; &copy2024 &#x4E2D;&#22269; 😀 &notanentity; &NotEqualTilde; x</p>\r\n<p>美國(guó)人 y</p>";
        var document = await _reader.ReadOneAsync("a.html", Raw);
        Assert.Equal("a & b <c> ©2024 中国 😀 &notanentity; ≂̸ x\n\n美國人 y".Replace("&not", "¬", StringComparison.Ordinal), document.Text);
        foreach (var (said, written) in new[] { ("a", "a "), ("&", "&amp;"), ("b", "b "), ("<c", "&lt;"), (">", "&gt;"), ("©", "&copy"), ("2024", "2024"), ("中", "&#x4E"), ("国", "&#22"), ("😀", "😀"), ("x", "x<"), ("人", "人") })
        {
            Assert.Equal(Raw.IndexOf(written, Raw.IndexOf('>') + 1, StringComparison.Ordinal), document.Source.RawOffsetAt(document.Text.IndexOf(said, StringComparison.Ordinal)));
        }
        Assert.Equal(2, document.LineOf("人"));
    }

    [Fact]
    public async Task Lines_beyond_the_sixty_five_thousandth_are_counted()
    {
        var document = await _reader.ReadOneAsync("a.html", "<p>start</p>" + new string('\n', 70_000) + "<p>end</p>");
        Assert.Equal(70_001, document.LineOf("end"));
    }

    [Fact]
    public async Task The_head_gives_title_author_date_and_link()
    {
        var document = await _reader.ReadOneAsync("a.html", """
            <title>An article &amp; more - Site</title><meta name=author content="Ann"><meta property="article:published_time" content="2024-06-18T08:00:00Z">
            <link rel="canonical" href="https://example.com/a"><h1>An article &amp; more</h1><p>Text.
            """);
        Assert.Equal(
            ("An article & more", "Ann", new DateOnly(2024, 6, 18), new Uri("https://example.com/a")),
            (document.Title, document.Author, document.Date, document.Link));
    }

    [Theory]
    [InlineData("<h2>First</h2><p>x", "First")]
    [InlineData("<title> </title><p>x", "page")]
    [InlineData("<svg><title>icon</title></svg><p>x", "page")]
    public async Task Without_a_title_the_first_heading_or_the_file_names_the_page(string html, string title) =>
        Assert.Equal(title, (await _reader.ReadOneAsync("page.htm", html)).Title);

    [Fact]
    public async Task Only_the_main_element_is_read_where_there_is_one()
    {
        var document = await _reader.ReadOneAsync("a.html", "<div>Menu</div><h3>Menu heading</h3><main><h1>Title</h1><p>Body.</p></main><div>Related</div>");
        Assert.Equal("Title\n\nBody.", document.Text);
        Assert.Equal(["Title"], document.Headings.Select(heading => heading.Text));
        Assert.Equal("Menu\n\nText.", (await _reader.ReadOneAsync("a.html", "<div>Menu</div><main></main><p>Text.</p>")).Text);
    }

    [Fact]
    public async Task Ruby_readings_are_left_out() =>
        Assert.Equal("美國加州", (await _reader.ReadOneAsync("a.html", "<p>美<ruby>國<rp>(</rp><rt>guó</rt><rp>)</rp></ruby>加<ruby>州<rt>zhōu</ruby></p>")).Text);

    [Fact]
    public async Task A_line_end_between_Chinese_characters_is_no_space() =>
        Assert.Equal("第一行第二行 and English words", (await _reader.ReadOneAsync("a.html", "<p>第一行\n  第二行 and\nEnglish words</p>")).Text);

    [Fact]
    public async Task Navigation_that_nobody_closed_does_not_swallow_the_page() =>
        Assert.Equal("Text.", (await _reader.ReadOneAsync("a.html", "<nav><a>Home</a><main><p>Text.</p></main>")).Text);

    [Theory]
    [InlineData("gb2312", "<meta charset=gb2312><p>自然人从事工商业经营</p>")]
    [InlineData("windows-1252", "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>naïve café</p>")]
    public async Task The_declared_encoding_is_used(string encoding, string html)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(html);
        Assert.Contains((await _reader.ReadOneAsync("a.html", bytes)).Text, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_text_is_refused_as_empty() =>
        Assert.Contains("is empty", await _reader.ReasonAsync("a.html", "<html><head><title>T</title></head><body><script>x()</script></body></html>"), StringComparison.Ordinal);
}
