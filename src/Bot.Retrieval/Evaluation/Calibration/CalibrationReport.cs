using Bot.Retrieval.Answering;

namespace Bot.Retrieval.Evaluation.Calibration;

/// <summary>What a calibration gives.</summary>
/// <param name="Table">Fitted to all samples.</param>
/// <param name="Rows">How well tables do on what they weren't fitted to.</param>
public sealed record CalibrationReport(ConfidenceTable Table, IReadOnlyList<CalibrationRow> Rows);

/// <summary>One set in one scenario.</summary>
/// <param name="Set">The set.</param>
/// <param name="Scenario">What was done to its corpus.</param>
/// <param name="AcrossLanguages">Whether these are the questions whose best passage was found by translation.</param>
/// <param name="Answerable">How many there are.</param>
/// <param name="Unanswerable">How many there are.</param>
/// <param name="OtherArticles">Fitted to four fifths of the articles, judged on the rest.</param>
/// <param name="OtherSets">Fitted to sets that share no file and no article with this one; null where there are none.</param>
public sealed record CalibrationRow(
    string Set, CalibrationScenario Scenario, bool AcrossLanguages, int Answerable, int Unanswerable, Discrimination OtherArticles, Discrimination? OtherSets);

/// <summary>How well confidences tell answerable questions from unanswerable ones.</summary>
/// <param name="Auc">Area under the ROC curve.</param>
/// <param name="Kept">Share of the answerable that are answered at 0.5.</param>
/// <param name="Refused">Share of the unanswerable that are refused at 0.5.</param>
public readonly record struct Discrimination(double Auc, double Kept, double Refused);
