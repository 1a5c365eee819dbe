using Bot.Retrieval.Answering;
using Bot.Retrieval.Evaluation.Calibration;

namespace Bot.Host.CommandLine.Json;

/// <summary>A calibration as <c>eval --calibrate FILE --json</c> writes it.</summary>
internal sealed record CalibrationJson(WeightsJson Own, WeightsJson Across, IReadOnlyList<CalibrationRowJson> Rows)
{
    public static CalibrationJson From(CalibrationReport report) => new(
        WeightsJson.From(report.Table.Own), WeightsJson.From(report.Table.Across), [.. report.Rows.Select(CalibrationRowJson.From)]);
}

/// <summary>The weights of one kind of question.</summary>
internal sealed record WeightsJson(double InterceptChinese, double InterceptEnglish, IReadOnlyDictionary<string, double> Signals)
{
    public static WeightsJson From(ConfidenceWeights weights) => new(
        Math.Round(weights.Chinese, 3),
        Math.Round(weights.English, 3),
        weights.Weights.ToDictionary(entry => ConfidenceTableFile.NameOf(entry.Key), entry => Math.Round(entry.Value, 3)));
}

/// <summary>How well one set in one scenario is judged by tables that weren't fitted to it.</summary>
internal sealed record CalibrationRowJson(
    string Set, string Scenario, bool AcrossLanguages, int Answerable, int Unanswerable, DiscriminationJson OtherArticles, DiscriminationJson? OtherSets)
{
    public static CalibrationRowJson From(CalibrationRow row) => new(
        row.Set,
        row.Scenario.ToString(),
        row.AcrossLanguages,
        row.Answerable,
        row.Unanswerable,
        DiscriminationJson.From(row.OtherArticles),
        row.OtherSets is { } other ? DiscriminationJson.From(other) : null);
}

/// <summary>Shares, 0 to 1.</summary>
internal sealed record DiscriminationJson(double Auc, double Kept, double Refused)
{
    public static DiscriminationJson From(Discrimination value) => new(Math.Round(value.Auc, 4), Math.Round(value.Kept, 4), Math.Round(value.Refused, 4));
}
