using System.Globalization;
using System.Text;
using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Tests.Documents;

public sealed class JsonLinesReaderTests : DocumentReaderContract
{
    private readonly JsonLinesReader _reader = new();

    protected override string FileName => "a.jsonl";

    internal override IDocumentReader CreateReader() => new JsonLinesReader();

    internal override byte[] Sample() => Encoding.UTF8.GetBytes("{\"id\":\"1\",\"title\":\"題\",\"text\":\"第一句話。\\nThe last sentence.\"}\n");

    [Fact]
    public async Task Each_line_is_a_document()
    {
        var read = Assert.IsType<ReadResult.Read>(await _reader.ReadAsync("laws/a.jsonl", """
            {"id": "x-1", "title": "民法典第五十四条", "text": "自然人。\n\n第(dì)二款。"}

            {"id": 2, "title": "", "text": "text", "date": "2024-06-18", "link": "https://example.com/2"}
            """));
        Assert.Empty(read.Skipped);
        Assert.Equal(
            [("laws/a.jsonl#x-1", "x-1", "民法典第五十四条", "自然人。\n\n第二款。", 1), ("laws/a.jsonl#2", "2", "2", "text", 3)],
            read.Documents.Select(document => (document.Id.Value, document.RecordId!, document.Title, document.Text, document.Source.LineAt(document.Text.Length - 1))));
        Assert.Equal((new DateOnly(2024, 6, 18), new Uri("https://example.com/2")), (read.Documents[1].Date, read.Documents[1].Link));
    }

    [Fact]
    public async Task Lines_that_cannot_be_used_are_reported_and_the_rest_loads()
    {
        var read = Assert.IsType<ReadResult.Read>(await _reader.ReadAsync("a.jsonl", [.. Encoding.UTF8.GetBytes(
            """
            {"id":"1","text":"a"}
            not json
            [1]
            {"text":"no id"}
            {"id":"5"}
            {"id":"6","text":"  "}
            {"id":"1","text":"again"}
            {"id":"8","text":null}

            """), .. "{\"id\":\"9\",\"text\":\""u8, 0xFF, 0xFE, .. "\"}\n{\"id\":\"10\",\"text\":\"last\"}"u8]));
        Assert.Equal(["1", "10"], read.Documents.Select(document => document.RecordId));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 9], read.Skipped.Select(skipped => skipped.Line!.Value));
        Assert.Contains("taken by line 1", read.Skipped[5].Reason, StringComparison.Ordinal);
        Assert.All(read.Skipped, skipped => Assert.Equal("a.jsonl", skipped.Id.Value));
    }

    [Fact]
    public async Task A_file_without_a_usable_line_is_refused_with_the_first_reason() =>
        Assert.Contains("line 2: The line is not valid JSON", await _reader.ReasonAsync("a.jsonl", "\nnope\nnope"), StringComparison.Ordinal);

    [Fact]
    public async Task Lone_surrogates_spoil_one_character() =>
        Assert.Equal("a\uFFFDb\nc\\ud800", (await _reader.ReadOneAsync("a.jsonl", """{"id":"1","text":"a\ud800b\nc\\ud800"}""")).Text);

    [Fact]
    public async Task Other_encodings_are_read_too()
    {
        const string Line = """{"id":"1","text":"自然人从事工商业经营，经依法登记，为个体工商户。"}""";
        foreach (var encoding in new[] { CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!, new UnicodeEncoding(bigEndian: false, byteOrderMark: true), new UTF8Encoding(true) })
        {
            Assert.Contains((await _reader.ReadOneAsync("a.jsonl", [.. encoding.GetPreamble(), .. encoding.GetBytes(Line)])).Text, Line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_revision_of_a_line_depends_on_that_line_only()
    {
        var one = Assert.IsType<ReadResult.Read>(await _reader.ReadAsync("a.jsonl", "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\",\"text\":\"b\"}"));
        var other = Assert.IsType<ReadResult.Read>(await _reader.ReadAsync("a.jsonl", "{\"id\":\"0\",\"text\":\"new\"}\r\n{\"id\":\"1\",\"text\":\"a\"}\r\n{\"id\":\"2\",\"text\":\"c\"}"));
        Assert.Equal(one.Documents[0].Revision, other.Documents[1].Revision);
        Assert.NotEqual(one.Documents[1].Revision, other.Documents[2].Revision);
    }

    [Fact]
    public async Task A_hundred_thousand_lines_are_read()
    {
        var text = new StringBuilder();
        for (var i = 1; i <= 100_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"p{i}\",\"title\":\"第{i}条\",\"text\":\"自然人从事工商业经营，经依法登记，为个体工商户。\\n个体工商户可以起字号。\"}}\n");
        }
        var read = Assert.IsType<ReadResult.Read>(await _reader.ReadAsync("a.jsonl", text.ToString()));
        Assert.Equal(100_000, read.Documents.Length);
        Assert.Equal(100_000, read.Documents[^1].Source.LineAt(20));
    }
}
