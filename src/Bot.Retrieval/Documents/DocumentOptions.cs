namespace Bot.Retrieval.Documents;

/// <summary>How documents are read.</summary>
public sealed class DocumentOptions
{
    /// <summary>Larger files are left out; 20 MB unless set.</summary>
    public long MaximumFileBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>Poppler's <c>pdftotext</c>: a full path, or a name that is looked up in <c>PATH</c>.</summary>
    public string PdfToTextPath { get; set; } = "pdftotext";

    /// <summary>How long one PDF may take.</summary>
    public TimeSpan PdfTimeout { get; set; } = TimeSpan.FromSeconds(60);
}
