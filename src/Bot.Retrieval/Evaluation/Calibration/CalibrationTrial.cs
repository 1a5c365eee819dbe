using Bot.Retrieval.Indexing;

namespace Bot.Retrieval.Evaluation.Calibration;

/// <summary>A corpus and what to ask of it.</summary>
internal sealed record CalibrationTrial(CalibrationScenario Scenario, IndexSnapshot Snapshot, IReadOnlyList<(EvaluationQuestion Question, bool IsAnswerable)> Questions);
