using Bot.Retrieval.Evaluation;

namespace Bot.Retrieval.Tests.Evaluation;

public sealed class ScoresTests
{
    private static readonly QuestionSet Set = new("s", "k", [], "q");

    [Fact]
    public void Ranks_become_recall_and_reciprocal_ranks()
    {
        var score = Of(Ranked(1), Ranked(1), Ranked(2), Ranked(6), Ranked(0));
        Assert.Equal((0.4, 0.6, 0.8), (score.RecallAt1, score.RecallAt5, score.RecallAt10));
        Assert.Equal((1 + 1 + 0.5 + (1.0 / 6)) / 5, score.MrrAt10!.Value, 12);
    }

    [Fact]
    public void The_area_under_the_curve_is_the_share_of_pairs_in_order_and_a_tie_is_half()
    {
        var score = Of(Asked(true, 0.9), Asked(true, 0.5), Asked(false, 0.5), Asked(false, 0.1));
        Assert.Equal((1 + 1 + 0.5 + 1) / 4, score.Auc!.Value, 12);
    }

    [Fact]
    public void Answers_and_refusals_are_counted_each_among_its_own()
    {
        var score = Of(Asked(true, 0.9), Asked(true, 0.2), Asked(true, 0.8), Asked(false, 0.7), Asked(false, 0.1));
        Assert.Equal(2.0 / 3, score.Answered!.Value, 12);
        Assert.Equal(0.5, score.RefusedUnanswerable);
    }

    [Fact]
    public void What_a_set_cannot_say_is_null()
    {
        var unanswerable = Of(Asked(false, 0.1));
        Assert.Null(unanswerable.RecallAt1);
        Assert.Null(unanswerable.MrrAt10);
        Assert.Null(unanswerable.Answered);
        Assert.Null(unanswerable.Auc);
        Assert.Null(Of(Ranked(1)).RefusedUnanswerable);
        Assert.Null(Of(Ranked(1)).AnswerInCitations);
        Assert.Equal(0, Of().QueryMsP99);
    }

    [Fact]
    public void Risk_falls_and_coverage_shrinks_as_the_threshold_rises()
    {
        var rows = Of(Asked(true, 0.92), Asked(true, 0.52), Asked(false, 0.52), Asked(false, 0.12)).RiskCoverage;
        Assert.Equal(1, rows[0].Coverage);
        Assert.Equal(0.5, rows[0].Risk);
        var half = rows.Single(row => row.Threshold == 0.5);
        Assert.Equal((0.75, 1.0, 0.5), (half.Coverage, half.Kept, half.Refused));
        Assert.Equal(rows.Select(row => row.Coverage).OrderDescending(), rows.Select(row => row.Coverage));
    }

    [Fact]
    public void The_area_under_the_risk_is_its_mean_as_questions_are_answered_from_the_surest_on()
    {
        var score = Of(Asked(true, 0.9), Asked(true, 0.8) with { Rank = 2 }, Asked(false, 0.3), Asked(true, 0.3));
        Assert.Equal((0 + 0.5 + 0.5 + 0.5) / 4, score.Aurc!.Value, 12);
        Assert.Null(Of().Aurc);
    }

    [Fact]
    public void Wrong_are_wrong_answers_and_wrong_refusals()
    {
        var score = Of(
            Ranked(1) with { Id = "right" },
            Ranked(2) with { Id = "wrong passage" },
            Ranked(2) with { Id = "quoted all the same", InAny = true },
            Ranked(1) with { Id = "refused", Answered = false },
            Asked(false, 0.1) with { Id = "rightly refused" },
            Asked(false, 0.9) with { Id = "made up" });
        Assert.Equal(["wrong passage", "refused", "made up"], score.Wrong);
    }

    [Fact]
    public void Times_are_mean_median_and_slowest()
    {
        var score = Of([.. Enumerable.Range(1, 100).Select(i => Ranked(1) with { Elapsed = TimeSpan.FromMilliseconds(i) })]);
        Assert.Equal((50.5, 51.0, 100.0), (score.QueryMsMean, score.QueryMsP50, score.QueryMsP99));
    }

    private static ScoredQuestion Ranked(int rank) => Asked(true, 0.9) with { Rank = rank };

    private static ScoredQuestion Asked(bool answerable, double confidence) =>
        new("q", answerable, null, confidence >= 0.5, confidence, null, null, null, TimeSpan.Zero);

    private static SetScore Of(params ScoredQuestion[] questions) => Scores.Of(Set, 1, TimeSpan.Zero, questions);
}
