using System.Globalization;
using Bot.Host.Texts;
using Bot.Retrieval.Indexing;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints what a reload changed.</summary>
internal static class ReportView
{
    private const int Listed = 20;

    public static void Write(IAnsiConsole console, ConsoleTexts texts, ReloadReport report)
    {
        var words = texts.Report;
        Line(console, Format(words.Loaded, report.Documents, report.Passages, report.Clauses, $"{report.Duration.TotalSeconds:0.00} s"));
        Names(console, words.Added, [.. report.Added.Select(id => id.Value)]);
        Names(console, words.Changed, [.. report.Changed.Select(id => id.Value)]);
        Names(console, words.Removed, [.. report.Removed.Select(id => id.Value)]);
        Names(console, words.ClausesAdded, [.. report.ClausesAdded.Select(clause => clause.Canonical)]);
        Names(console, words.ClausesRemoved, [.. report.ClausesRemoved.Select(clause => clause.Canonical)]);
        Line(console, Format(words.Embeddings, report.EmbeddingsMade, report.EmbeddingsReused));
        SourcesView.WriteQuarantined(console, words.Quarantined, texts, report.Quarantined);
    }

    private static void Names(IAnsiConsole console, string format, List<string> names)
    {
        if (names.Count > 0)
        {
            var more = names.Count > Listed ? $", … (+{names.Count - Listed})" : "";
            Line(console, Format(format, $"{string.Join(", ", names.Take(Listed))}{more}"));
        }
    }

    private static void Line(IAnsiConsole console, string text) => Place.Paragraph(console, new Paragraph(SafeText.OneLine(text)));

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
