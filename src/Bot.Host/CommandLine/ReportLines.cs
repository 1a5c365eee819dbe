using System.Globalization;
using Bot.Host.Texts;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Indexing;

namespace Bot.Host.CommandLine;

/// <summary>What is said of a reload, the same everywhere. Nothing in it is escaped yet.</summary>
internal static class ReportLines
{
    private const int Listed = 20;

    /// <summary>What changed, one thing a line.</summary>
    public static IEnumerable<string> Of(ConsoleTexts texts, ReloadReport report)
    {
        var words = texts.Report;
        string?[] lines =
        [
            Format(words.Loaded, report.Documents, report.Passages, report.Clauses, $"{report.Duration.TotalSeconds:0.00} s"),
            report.IsUnchanged ? words.Unchanged : null,
            Names(words.Added, [.. report.Added.Select(id => id.Value)]),
            Names(words.Changed, [.. report.Changed.Select(id => id.Value)]),
            Names(words.Removed, [.. report.Removed.Select(id => id.Value)]),
            Names(words.ClausesAdded, [.. report.ClausesAdded.Select(clause => clause.Canonical)]),
            Names(words.ClausesRemoved, [.. report.ClausesRemoved.Select(clause => clause.Canonical)]),
            Format(words.Embeddings, report.EmbeddingsMade, report.EmbeddingsReused),
        ];
        return lines.OfType<string>();
    }

    /// <summary>What was left out and why, one source a line.</summary>
    public static IEnumerable<string> LeftOut(ConsoleTexts texts, IEnumerable<QuarantinedSource> left) => left.Select(source =>
    {
        var line = source.Line is { } number ? $" ({texts.Lines(number, number)})" : "";
        return $"{source.Id.Value}{line}: {source.Reason}";
    });

    private static string? Names(string format, List<string> names)
    {
        var more = names.Count > Listed ? $", … (+{names.Count - Listed})" : "";
        return names.Count == 0 ? null : Format(format, $"{string.Join(", ", names.Take(Listed))}{more}");
    }

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
