using Bot.Retrieval.Evaluation;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints scores: a table over the sets, and what other thresholds would give.</summary>
internal static class ScoresView
{
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
        foreach (var score in scores.Where(score => score.RiskCoverage.Count > 0))
        {
            WriteRiskCoverage(console, score);
        }
    }

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
