using Bot.Retrieval.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Retrieval.Tests.Documents;

public sealed class DocxReaderTests : DocumentReaderContract
{
    // Packed once: the archive holds the time.
    private static readonly byte[] Packed = Word(
        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>標題</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>第一句話。</w:t></w:r></w:p>",
        "<w:p><w:r><w:t xml:space=\"preserve\">The last </w:t></w:r><w:r><w:t>sentence.</w:t></w:r></w:p>");

    private readonly DocxReader _reader = new();

    protected override string FileName => "a.docx";

    internal override IDocumentReader CreateReader() => new DocxReader();

    internal override byte[] Sample() => [.. Packed];

    [Fact]
    public async Task Paragraphs_headings_and_properties_are_read()
    {
        var bytes = Word(
            package =>
            {
                package.PackageProperties.Title = "民法(fǎ)典";
                package.PackageProperties.Creator = "Ann";
                package.PackageProperties.Created = new DateTime(2024, 6, 18, 0, 0, 0, DateTimeKind.Utc);
            },
            "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Cover</w:t></w:r></w:p>",
            "<w:p/>",
            "<w:p><w:pPr><w:pStyle w:val=\"ChapterHeading\"/></w:pPr><w:r><w:t>总则</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>美國(guó)。</w:t></w:r><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>");
        var document = await _reader.ReadOneAsync("a.docx", bytes);
        Assert.Equal("Cover\n\n总则\n一\n二\t三\n美國。new\n", document.Text);
        Assert.Equal(("民法典", "Ann", new DateOnly(2024, 6, 18)), (document.Title, document.Author, document.Date));
        Assert.Equal([("Cover", 1), ("总则", 2)], document.Headings.Select(heading => (heading.Text, heading.Level)));
        Assert.Equal((1, 3, 4, 4, 5), (document.LineOf("Cover"), document.LineOf("总则"), document.LineOf("一"), document.LineOf("三"), document.LineOf("。")));
    }

    [Fact]
    public async Task The_title_paragraph_names_a_document_without_properties() =>
        Assert.Equal("Cover", (await _reader.ReadOneAsync("a.docx", Word("<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Cover</w:t></w:r></w:p>"))).Title);

    [Fact]
    public async Task Tables_give_a_line_for_each_row()
    {
        static string Cell(string text) => $"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";
        var document = await _reader.ReadOneAsync("a.docx", Word(
            $"<w:tbl><w:tr>{Cell("a")}{Cell("b")}</w:tr><w:tr>{Cell("c")}<w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p><w:p><w:r><w:t>e</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            "<w:p><w:r><w:t>after</w:t></w:r></w:p>"));
        Assert.Equal("a\tb\nc\td e\nafter\n", document.Text);
        Assert.Equal((1, 2, 3), (document.LineOf("b"), document.LineOf("e"), document.LineOf("after")));
    }

    [Fact]
    public async Task Lists_carry_the_numbers_that_readers_see()
    {
        static string Item(string text, int list, int level = 0) =>
            $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";
        var document = await _reader.ReadOneAsync("a.docx", Word(
            Item("甲", 1), Item("one", 1, 1), Item("two", 1, 1), Item("乙", 1), Item("again", 1, 1), Item("point", 2), Item("none", 0)));
        Assert.Equal("第十一条 甲\n(a) one\n(b) two\n第十二条 乙\n(a) again\n• point\nnone\n", document.Text);
    }

    [Theory]
    [InlineData(10, "chineseCountingThousand", "十")]
    [InlineData(101, "chineseCountingThousand", "一百零一")]
    [InlineData(1260, "chineseCountingThousand", "一千二百六十")]
    [InlineData(110, "chineseCounting", "一百一十")]
    [InlineData(2001, "taiwaneseCountingThousand", "二千零一")]
    [InlineData(27, "lowerLetter", "aa")]
    [InlineData(14, "upperRoman", "XIV")]
    [InlineData(3, "decimalEnclosedCircle", "③")]
    [InlineData(7, "somethingNew", "7")]
    public void Numbers_are_written_in_their_format(int number, string format, string written) =>
        Assert.Equal(written, ListNumber.Write(number, format));

    [Theory]
    [InlineData("not a document at all")]
    [InlineData("PK\u0003\u0004 nor this")]
    public async Task A_damaged_file_is_refused(string content) =>
        Assert.Contains("damaged", await _reader.ReasonAsync("a.docx", content), StringComparison.Ordinal);

    [Fact]
    public async Task A_protected_document_is_refused_with_what_to_do() =>
        Assert.Contains("password", await _reader.ReasonAsync("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]), StringComparison.Ordinal);

    [Fact]
    public async Task A_document_without_text_is_refused_as_empty() =>
        Assert.Contains("is empty", await _reader.ReasonAsync("a.docx", Word("<w:p/>")), StringComparison.Ordinal);

    private static byte[] Word(params string[] body) => Word(_ => { }, body);

    private static byte[] Word(Action<WordprocessingDocument> configure, params string[] body)
    {
        const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document($"<w:document {Namespace}><w:body>{string.Concat(body)}</w:body></w:document>");
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles($"""
                <w:styles {Namespace}>
                  <w:style w:styleId="Title"><w:name w:val="Title"/></w:style>
                  <w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
                  <w:style w:styleId="Two"><w:name w:val="标题 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
                  <w:style w:styleId="ChapterHeading"><w:name w:val="Chapter"/><w:basedOn w:val="Two"/></w:style>
                  <w:style w:styleId="Circle"><w:name w:val="Circle"/><w:basedOn w:val="Circle"/></w:style>
                </w:styles>
                """);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering($"""
                <w:numbering {Namespace}>
                  <w:abstractNum w:abstractNumId="0">
                    <w:lvl w:ilvl="0"><w:start w:val="11"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条"/></w:lvl>
                    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
                  </w:abstractNum>
                  <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
                  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
                  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
                </w:numbering>
                """);
            configure(package);
        }
        return stream.ToArray();
    }
}
