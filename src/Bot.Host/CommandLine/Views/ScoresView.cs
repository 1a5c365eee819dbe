using Bot.Retrieval.Evaluation;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints scores: a table over the sets, and what other thresholds would give.</summary>
internal static class ScoresView
{
    private static readonly double[] Shown = [0.1, 0.3, 0.5, 0.7, 0.9];

    public static void Write(IAnsiConsole console, IReadOnlyList<SetScore> scores)
    {
        var table = Tables.Of("set", "kind", "passages", "questions", "R@1", "R@5", "R@10", "MRR@10", "cited", "1st cited", "best sent.",
            "answered", "refused", "AUC", "index ms", "query ms", "p99");
        foreach (var score in scores)
        {
            Tables.Row(table,
            [
                score.Set, score.Kind, Tables.Whole(score.Passages), Tables.Whole(score.Questions),
                Tables.Share(score.RecallAt1), Tables.Share(score.RecallAt5), Tables.Share(score.RecallAt10), Tables.Share(score.MrrAt10),
                Tables.Share(score.AnswerInCitations), Tables.Share(score.AnswerInFirstCitation), Tables.Share(score.AnswerInBestSentence),
                Tables.Share(score.Answered), Tables.Share(score.RefusedUnanswerable), Tables.Share(score.Auc),
                Tables.Whole(score.IndexMs), Tables.Milliseconds(score.QueryMsMean), Tables.Milliseconds(score.QueryMsP99),
            ]);
        }
        console.Write(table);
        WriteRisks(console, scores);
        foreach (var score in scores.Where(score => score.RiskCoverage.Count > 0))
        {
            WriteRiskCoverage(console, score);
        }
    }

    // One line a set: the area under the curve, and the curve at some thresholds.
    private static void WriteRisks(IAnsiConsole console, IReadOnlyList<SetScore> scores)
    {
        Place.Paragraph(console, new Paragraph("Risk and coverage: coverage / risk at thresholds, and the area under the whole curve (AURC)"));
        var table = Tables.Of(["set", "AURC", .. Shown.Select(threshold => Tables.Share(threshold))]);
        foreach (var score in scores)
        {
            Tables.Row(table, [score.Set, Tables.Share(score.Aurc), .. Shown.Select(threshold => At(score, threshold))]);
        }
        console.Write(table);
    }

    private static string At(SetScore score, double threshold) =>
        score.RiskCoverage.Where(row => Math.Abs(row.Threshold - threshold) < 1e-9).Select(row => $"{Tables.Share(row.Coverage)} / {Tables.Share(row.Risk)}").FirstOrDefault() ?? "–";

    private static void WriteRiskCoverage(IAnsiConsole console, SetScore score)
    {
        Place.Paragraph(console, new Paragraph(SafeText.OneLine($"{score.Set}: risk and coverage by threshold")));
        var table = Tables.Of("threshold", "coverage", "risk", "answerable kept", "unanswerable refused");
        foreach (var row in score.RiskCoverage)
        {
            Tables.Row(table, [Tables.Share(row.Threshold), Tables.Share(row.Coverage), Tables.Share(row.Risk), Tables.Share(row.Kept), Tables.Share(row.Refused)]);
        }
        console.Write(table);
    }
}
