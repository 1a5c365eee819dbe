namespace Bot.Host.Settings;

/// <summary>Where the documents are and how they are read.</summary>
internal sealed class SeedsSettings
{
    public const string SectionName = "Seeds";

    /// <summary>The folder; relative to the current folder, else to the bot's home.</summary>
    public string Path { get; set; } = "seeds";

    /// <summary>Reload when files change.</summary>
    public bool Watch { get; set; }

    /// <summary>How long files must be quiet before a reload, in seconds.</summary>
    public double DebounceSeconds { get; set; } = 2;

    /// <summary>Larger files are left out.</summary>
    public long MaximumFileBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>Poppler's program that reads PDF files; a name is looked for in PATH.</summary>
    public string PdfToTextPath { get; set; } = "pdftotext";

    /// <summary>How long one PDF file may take, in seconds.</summary>
    public double PdfTimeoutSeconds { get; set; } = 60;
}
