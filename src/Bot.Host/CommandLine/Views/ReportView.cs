using Bot.Host.Texts;
using Bot.Retrieval.Indexing;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints what a reload changed.</summary>
internal static class ReportView
{
    public static void Write(IAnsiConsole console, ConsoleTexts texts, ReloadReport report)
    {
        foreach (var line in ReportLines.Of(texts, report))
        {
            Place.Paragraph(console, new Paragraph(SafeText.OneLine(line)));
        }
        SourcesView.WriteQuarantined(console, texts.Report.Quarantined, texts, report.Quarantined);
    }
}
