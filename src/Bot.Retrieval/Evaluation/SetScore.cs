namespace Bot.Retrieval.Evaluation;

/// <summary>The scores of one question set. Shares are 0 to 1; null where the set can't say (no unanswerable question, no answer strings).</summary>
public sealed record SetScore
{
    public required string Set { get; init; }

    public required string Kind { get; init; }

    public required int Passages { get; init; }

    public required int Questions { get; init; }

    /// <summary>Share of questions with a right passage at rank 1.</summary>
    public double? RecallAt1 { get; init; }

    public double? RecallAt5 { get; init; }

    public double? RecallAt10 { get; init; }

    public double? MrrAt10 { get; init; }

    /// <summary>Share of answerable questions with an answer string inside a citation of what the bot answered.</summary>
    public double? AnswerInCitations { get; init; }

    /// <summary>The same for the first citation alone.</summary>
    public double? AnswerInFirstCitation { get; init; }

    /// <summary>Share of questions with an answer string in the one best sentence of the right passage.</summary>
    public double? AnswerInBestSentence { get; init; }

    /// <summary>Share of answerable questions that were answered.</summary>
    public double? Answered { get; init; }

    /// <summary>Share of unanswerable questions that were refused.</summary>
    public double? RefusedUnanswerable { get; init; }

    /// <summary>Area under the ROC curve of the confidence, answerable against unanswerable.</summary>
    public double? Auc { get; init; }

    /// <summary>
    /// Area under the curve of risk against coverage, as questions are answered from the surest on: the mean risk over all
    /// coverages. The lower the better; null where the set has no questions.
    /// </summary>
    public double? Aurc { get; init; }

    /// <summary>Building the index, milliseconds of wall time.</summary>
    public double IndexMs { get; init; }

    /// <summary>One question from text to answer, milliseconds of wall time.</summary>
    public double QueryMsMean { get; init; }

    public double QueryMsP50 { get; init; }

    public double QueryMsP99 { get; init; }

    /// <summary>What thresholds would give, from answering everything to answering nothing.</summary>
    public IReadOnlyList<RiskCoverage> RiskCoverage { get; init; } = [];

    /// <summary>Ids of questions that were answered wrongly or wrongly refused.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];
}

/// <summary>One row of a risk-coverage table.</summary>
/// <param name="Threshold">Answer when the confidence is at least this.</param>
/// <param name="Coverage">Share of all questions that are then answered.</param>
/// <param name="Risk">Share of those answered that are unanswerable or get a wrong passage first.</param>
/// <param name="Kept">Share of the answerable that are answered.</param>
/// <param name="Refused">Share of the unanswerable that are refused.</param>
public readonly record struct RiskCoverage(double Threshold, double Coverage, double Risk, double? Kept, double? Refused);
