using Bot.Retrieval.Answering;
using Bot.Retrieval.Evaluation.Calibration;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints a calibration: the weights, and how well such weights judge what they weren't fitted to.</summary>
internal static class CalibrationView
{
    public static void Write(IAnsiConsole console, CalibrationReport report, string file)
    {
        var weights = Tables.Of("weight", "own language", "across languages");
        Tables.Row(weights, "intercept, Chinese", Tables.Signed(report.Table.Own.Chinese), Tables.Signed(report.Table.Across.Chinese));
        Tables.Row(weights, "intercept, English", Tables.Signed(report.Table.Own.English), Tables.Signed(report.Table.Across.English));
        foreach (var signal in Enum.GetValues<Signal>())
        {
            Tables.Row(weights, ConfidenceTableFile.NameOf(signal), Weight(report.Table.Own, signal), Weight(report.Table.Across, signal));
        }
        console.Write(weights);
        foreach (var acrossLanguages in (bool[])[false, true])
        {
            WriteRows(console, acrossLanguages ? "Across languages" : "Own language", report.Rows.Where(row => row.AcrossLanguages == acrossLanguages));
        }
        Place.Paragraph(console, new Paragraph(SafeText.OneLine($"Written to {file}")));
    }

    private static void WriteRows(IAnsiConsole console, string title, IEnumerable<CalibrationRow> rows)
    {
        Place.Paragraph(console, new Paragraph($"{title}: judged by tables fitted to other articles, and to other sets"));
        var table = Tables.Of("set", "corpus", "answerable", "unanswerable", "AUC", "kept", "refused", "AUC, other sets", "kept", "refused");
        foreach (var row in rows)
        {
            Tables.Row(table,
            [
                row.Set, row.Scenario.ToString(), Tables.Whole(row.Answerable), Tables.Whole(row.Unanswerable),
                Tables.Share(row.OtherArticles.Auc), Tables.Share(row.OtherArticles.Kept), Tables.Share(row.OtherArticles.Refused),
                Tables.Share(row.OtherSets?.Auc), Tables.Share(row.OtherSets?.Kept), Tables.Share(row.OtherSets?.Refused),
            ]);
        }
        console.Write(table);
    }

    private static string Weight(ConfidenceWeights weights, Signal signal) => weights.Weights.TryGetValue(signal, out var weight) ? Tables.Signed(weight) : "–";
}
