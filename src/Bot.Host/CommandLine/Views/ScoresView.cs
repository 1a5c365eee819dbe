using System.Globalization;
using Bot.Retrieval.Evaluation;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints scores: a table over the sets, and what other thresholds would give.</summary>
internal static class ScoresView
{
    public static void Write(IAnsiConsole console, IReadOnlyList<SetScore> scores)
    {
        var table = Table("set", "kind", "passages", "questions", "R@1", "R@5", "R@10", "MRR@10", "cited", "1st cited", "best sent.",
            "answered", "refused", "AUC", "index ms", "query ms", "p99");
        foreach (var score in scores)
        {
            Row(table,
            [
                score.Set, score.Kind, Whole(score.Passages), Whole(score.Questions),
                Share(score.RecallAt1), Share(score.RecallAt5), Share(score.RecallAt10), Share(score.MrrAt10),
                Share(score.AnswerInCitations), Share(score.AnswerInFirstCitation), Share(score.AnswerInBestSentence),
                Share(score.Answered), Share(score.RefusedUnanswerable), Share(score.Auc),
                Whole(score.IndexMs), Milliseconds(score.QueryMsMean), Milliseconds(score.QueryMsP99),
            ]);
        }
        console.Write(table);
        foreach (var score in scores.Where(score => score.RiskCoverage.Count > 0))
        {
            WriteRiskCoverage(console, score);
        }
    }

    private static void WriteRiskCoverage(IAnsiConsole console, SetScore score)
    {
        Place.Paragraph(console, new Paragraph(SafeText.OneLine($"{score.Set}: risk and coverage by threshold")));
        var table = Table("threshold", "coverage", "risk", "answerable kept", "unanswerable refused");
        foreach (var row in score.RiskCoverage)
        {
            Row(table, [Share(row.Threshold), Share(row.Coverage), Share(row.Risk), Share(row.Kept), Share(row.Refused)]);
        }
        console.Write(table);
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)).RightAligned().NoWrap());
        }
        return table;
    }

    private static void Row(Table table, IEnumerable<string> cells) => table.AddRow(cells.Select(cell => new Text(SafeText.OneLine(cell))));

    private static string Share(double? value) => value is { } share ? share.ToString("0.000", CultureInfo.InvariantCulture) : "–";

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static string Milliseconds(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
