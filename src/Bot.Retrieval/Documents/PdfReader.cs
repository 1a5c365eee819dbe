namespace Bot.Retrieval.Documents;

/// <summary>
/// Reads PDF files through poppler's <c>pdftotext</c>; where that isn't installed they are left out with a word on what
/// to install. Lines are the lines of its output.
/// </summary>
internal sealed class PdfReader(PdfToText pdfToText) : IDocumentReader
{
    public bool Reads(string extension) => extension is ".pdf";

    public async Task<ReadResult> ReadAsync(SourceFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await pdfToText.ExtractAsync(content, cancellationToken) switch
        {
            PdfText.Extracted extracted => Read(file, content.Span, extracted.Text),
            PdfText.Failed failed => DocumentAssembler.Quarantine(file, failed.Reason),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    private static ReadResult Read(SourceFile file, ReadOnlySpan<byte> content, string raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return DocumentAssembler.Quarantine(file, "The PDF holds no text, so its pages may be pictures: run text recognition (OCR) on it first.");
        }
        var lines = PdfLines.Unwrap(raw);
        var text = TextCleaner.Map(lines.Text).Through(lines);
        var headings = PlainTextHeadings.Find(text.Text);
        return DocumentAssembler.Assemble(file, content, text, RawLines.StartsOf(raw), headings, new()
        {
            Title = PlainTextHeadings.TitleOf(headings, text.Text) ?? DocumentAssembler.FileTitle(file.Id),
        });
    }
}
