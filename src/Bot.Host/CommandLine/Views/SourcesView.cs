using System.Globalization;
using Bot.Host.Texts;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Indexing;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints the documents and what was left out.</summary>
internal static class SourcesView
{
    public static void Write(IAnsiConsole console, ConsoleTexts texts, IndexSnapshot snapshot)
    {
        if (snapshot.Documents.IsEmpty)
        {
            Place.Paragraph(console, new Paragraph(texts.NoDocuments));
        }
        else
        {
            WriteTable(console, texts.Sources, Sources.Of(snapshot));
        }
        WriteQuarantined(console, texts.Sources.Quarantined, texts, snapshot.Quarantined);
    }

    public static void WriteQuarantined(IAnsiConsole console, string heading, ConsoleTexts texts, IReadOnlyCollection<QuarantinedSource> left)
    {
        if (left.Count == 0)
        {
            return;
        }
        Place.Paragraph(console, new Paragraph(heading, new Style(Color.Yellow)));
        foreach (var line in ReportLines.LeftOut(texts, left))
        {
            Place.Paragraph(console, new Paragraph(SafeText.OneLine($"  {line}")));
        }
    }

    private static void WriteTable(IAnsiConsole console, SourcesTexts texts, IEnumerable<SourceSummary> sources)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumns(texts.Document, texts.Title, texts.Date)
            .AddColumn(texts.Passages, column => column.RightAligned())
            .AddColumn(texts.Clauses, column => column.RightAligned());
        foreach (var (document, passages, clauses) in sources)
        {
            var title = document.Link is { } link
                ? $"{SafeText.OneLine(document.Title)}\n{SafeText.OneLine(link.AbsoluteUri)}"
                : SafeText.OneLine(document.Title);
            table.AddRow(
                new Text(SafeText.OneLine(document.Id.Value)),
                new Text(title),
                new Text(document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
                new Text(passages.ToString(CultureInfo.InvariantCulture)),
                new Text(clauses.ToString(CultureInfo.InvariantCulture)));
        }
        console.Write(table);
    }
}
