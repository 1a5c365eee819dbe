using System.Text;
using Bot.Retrieval.Documents;
using Bot.Testing;
using Microsoft.Extensions.Options;

namespace Bot.Retrieval.Tests.Documents;

public sealed class PdfReaderTests : DocumentReaderContract
{
    private static readonly string FakePath = Path.Combine(AppContext.BaseDirectory, "Documents", "Tools", "fake-pdftotext.sh");

    protected override string FileName => "a.pdf";

    internal override IDocumentReader CreateReader() => Reader(FakePath);

    internal override byte[] Sample() => Encoding.UTF8.GetBytes("print\n第一句話。\nThe last sentence.\n\f");

    [Fact]
    public async Task The_text_of_a_PDF_is_read_and_named_by_its_file()
    {
        var document = await Reader(FakePath).ReadOneAsync("folder/act.pdf", "print\nCHAPTER I GENERAL\n\nText (a).\n\fNext page.\n");
        Assert.Equal(("act", "CHAPTER I GENERAL\n\nText (a).\n\nNext page.\n"), (document.Title, document.Text));
        Assert.Equal((1, 3, 4), (document.LineOf("CHAPTER"), document.LineOf("Text"), document.LineOf("Next")));
        Assert.Single(document.Headings);
    }

    [Fact]
    public async Task Sentences_broken_at_the_margin_are_whole_again()
    {
        var document = await Reader(FakePath).ReadOneAsync("a.pdf", """
            print
            The developer shall report each safety incident to the
            authority without delay, and at the latest within
            seventy-two hours.
            (a) the nature of the incident and everything else that
            (b) the models

            第二十二条 开发者需要报告任何模型的潜在的人工智能安全
            事故，并在有错误时停止模型的运行。
            """.Replace("\r\n", "\n", StringComparison.Ordinal));
        Assert.Contains("to the authority without delay, and at the latest within seventy-two hours.\n", document.Text, StringComparison.Ordinal);
        Assert.Contains("that\n(b) the models", document.Text, StringComparison.Ordinal);
        Assert.Contains("安全事故，并在", document.Text, StringComparison.Ordinal);
        Assert.Equal((1, 2, 3, 8), (document.LineOf("incident to"), document.LineOf("authority"), document.LineOf("seventy"), document.LineOf("事故")));
    }

    [Theory]
    [InlineData("encrypted", "password")]
    [InlineData("damaged", "damaged")]
    [InlineData("print", "OCR")]
    public async Task What_cannot_be_read_is_refused_with_the_reason(string command, string reason) =>
        Assert.Contains(reason, await Reader(FakePath).ReasonAsync("a.pdf", command + "\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Without_pdftotext_the_reason_says_what_to_install() =>
        Assert.Contains("install poppler-utils", await Reader("/nowhere/pdftotext").ReasonAsync("a.pdf", "%PDF-1.7"), StringComparison.Ordinal);

    [Fact]
    public async Task A_tool_that_does_not_read_its_input_is_no_failure() =>
        Assert.Equal("read nothing\n", (await Reader(FakePath).ReadOneAsync("a.pdf", "ignore\n" + new string('x', 1_000_000))).Text);

    [Fact]
    public async Task A_PDF_that_takes_too_long_is_refused()
    {
        var clock = new ManualTimeProvider();
        var reading = Reader(FakePath, clock).ReadAsync("a.pdf", "hang\n");
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("longer than 60 s", Assert.IsType<ReadResult.Quarantined>(await reading).Source.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_under_way_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var reading = Reader(FakePath).ReadAsync(Reading.File("a.pdf"), "hang\n"u8.ToArray(), cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    // Runs where poppler is installed; elsewhere the fake has to do.
    [Fact]
    public async Task A_real_PDF_is_read_where_pdftotext_is_installed()
    {
        var result = await Reader("pdftotext").ReadAsync("a.pdf", SmallPdf.Saying("Section 5 applies to developers."));
        if (result is ReadResult.Quarantined quarantined)
        {
            Assert.Contains("install poppler-utils", quarantined.Source.Reason, StringComparison.Ordinal);
            return;
        }
        Assert.Contains("Section 5 applies to developers.", Assert.Single(Assert.IsType<ReadResult.Read>(result).Documents).Text, StringComparison.Ordinal);
    }

    private static PdfReader Reader(string path, TimeProvider? clock = null) =>
        new(new PdfToText(Options.Create(new DocumentOptions { PdfToTextPath = path }), clock ?? TimeProvider.System));
}
