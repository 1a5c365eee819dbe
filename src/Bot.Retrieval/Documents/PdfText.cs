namespace Bot.Retrieval.Documents;

/// <summary>What came of extracting a PDF's text.</summary>
internal abstract record PdfText
{
    private PdfText() { }

    /// <param name="Text">As <c>pdftotext</c> wrote it.</param>
    internal sealed record Extracted(string Text) : PdfText;

    /// <param name="Reason">One sentence for the admin: what is wrong and what to do.</param>
    internal sealed record Failed(string Reason) : PdfText;
}
