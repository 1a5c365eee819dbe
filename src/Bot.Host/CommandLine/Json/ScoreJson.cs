using Bot.Retrieval.Evaluation;

namespace Bot.Host.CommandLine.Json;

/// <summary>A set's scores as <c>eval --json</c> writes them; null where the set can't say.</summary>
internal sealed record ScoreJson
{
    public required string Set { get; init; }

    public required string Kind { get; init; }

    public required int Passages { get; init; }

    public required int Questions { get; init; }

    public required double? RecallAt1 { get; init; }

    public required double? RecallAt5 { get; init; }

    public required double? RecallAt10 { get; init; }

    public required double? MrrAt10 { get; init; }

    public required double? AnswerInCitations { get; init; }

    public required double? Answered { get; init; }

    public required double? RefusedUnanswerable { get; init; }

    public required double? Auc { get; init; }

    public required double IndexMs { get; init; }

    public required double QueryMsMean { get; init; }

    public required double QueryMsP99 { get; init; }

    public required double QueryMsP50 { get; init; }

    public required double? AnswerInFirstCitation { get; init; }

    public required double? AnswerInBestSentence { get; init; }

    public required double? Aurc { get; init; }

    public required IReadOnlyList<RiskCoverage> RiskCoverage { get; init; }

    public required IReadOnlyList<string> Wrong { get; init; }

    public static ScoreJson From(SetScore score) => new()
    {
        Set = score.Set,
        Kind = score.Kind,
        Passages = score.Passages,
        Questions = score.Questions,
        RecallAt1 = Share(score.RecallAt1),
        RecallAt5 = Share(score.RecallAt5),
        RecallAt10 = Share(score.RecallAt10),
        MrrAt10 = Share(score.MrrAt10),
        AnswerInCitations = Share(score.AnswerInCitations),
        Answered = Share(score.Answered),
        RefusedUnanswerable = Share(score.RefusedUnanswerable),
        Auc = Share(score.Auc),
        IndexMs = Math.Round(score.IndexMs, 3),
        QueryMsMean = Math.Round(score.QueryMsMean, 3),
        QueryMsP99 = Math.Round(score.QueryMsP99, 3),
        QueryMsP50 = Math.Round(score.QueryMsP50, 3),
        AnswerInFirstCitation = Share(score.AnswerInFirstCitation),
        AnswerInBestSentence = Share(score.AnswerInBestSentence),
        Aurc = Share(score.Aurc),
        RiskCoverage = score.RiskCoverage,
        Wrong = score.Wrong,
    };

    private static double? Share(double? value) => value is { } share && double.IsFinite(share) ? Math.Round(share, 4) : null;
}
