namespace Bot.Retrieval.Evaluation;

/// <summary>From single questions to a set's scores.</summary>
internal static class Scores
{
    private const int ThresholdSteps = 20;

    public static SetScore Of(QuestionSet set, int passages, TimeSpan indexed, IReadOnlyList<ScoredQuestion> questions)
    {
        var answerable = questions.Where(question => question.IsAnswerable).ToList();
        var unanswerable = questions.Where(question => !question.IsAnswerable).ToList();
        var ranked = answerable.Where(question => question.Rank is not null).ToList();
        var times = questions.Select(question => question.Elapsed.TotalMilliseconds).Order().ToList();
        return new SetScore
        {
            Set = set.Name,
            Kind = set.Kind,
            Passages = passages,
            Questions = questions.Count,
            RecallAt1 = Share(ranked, question => question.Rank is 1),
            RecallAt5 = Share(ranked, question => question.Rank is >= 1 and <= 5),
            RecallAt10 = Share(ranked, question => question.Rank is >= 1 and <= 10),
            MrrAt10 = ranked.Count == 0 ? null : ranked.Average(question => question.Rank is > 0 and int rank ? 1.0 / rank : 0),
            AnswerInCitations = Share(answerable.Where(question => question.InAny is not null), question => question.InAny == true),
            AnswerInFirstCitation = Share(answerable.Where(question => question.InFirst is not null), question => question.InFirst == true),
            AnswerInBestSentence = Share(answerable.Where(question => question.InBestSentence is not null), question => question.InBestSentence == true),
            Answered = Share(answerable, question => question.Answered),
            RefusedUnanswerable = Share(unanswerable, question => !question.Answered),
            Auc = RocCurve.Area(answerable.Select(question => question.Confidence), unanswerable.Select(question => question.Confidence)),
            Aurc = AreaUnderRisk(questions),
            IndexMs = indexed.TotalMilliseconds,
            QueryMsMean = times.Count == 0 ? 0 : times.Average(),
            QueryMsP50 = Percentile(times, 0.5),
            QueryMsP99 = Percentile(times, 0.99),
            RiskCoverage = [.. Enumerable.Range(0, ThresholdSteps).Select(step => Row(questions, answerable, unanswerable, (double)step / ThresholdSteps))],
            Wrong = [.. questions.Where(question => !question.IsRight).Select(question => question.Id)],
        };
    }

    private static RiskCoverage Row(IReadOnlyList<ScoredQuestion> all, List<ScoredQuestion> answerable, List<ScoredQuestion> unanswerable, double threshold)
    {
        var covered = all.Where(question => question.Confidence >= threshold).ToList();
        return new(
            threshold,
            Share(all, question => question.Confidence >= threshold) ?? 0,
            Share(covered, question => question.IsRisk) ?? 0,
            Share(answerable, question => question.Confidence >= threshold),
            Share(unanswerable, question => question.Confidence < threshold));
    }

    // Questions of one confidence are answered together, so that their order doesn't count.
    private static double? AreaUnderRisk(IReadOnlyList<ScoredQuestion> questions)
    {
        var (answered, wrong, area) = (0, 0, 0.0);
        foreach (var group in questions.GroupBy(question => question.Confidence).OrderByDescending(group => group.Key))
        {
            answered += group.Count();
            wrong += group.Count(question => question.IsRisk);
            area += group.Count() * (double)wrong / answered;
        }
        return answered == 0 ? null : area / answered;
    }

    private static double? Share<T>(IEnumerable<T> all, Func<T, bool> condition)
    {
        var (count, hits) = (0, 0);
        foreach (var item in all)
        {
            count++;
            hits += condition(item) ? 1 : 0;
        }
        return count == 0 ? null : (double)hits / count;
    }

    private static double Percentile(List<double> ascending, double share) =>
        ascending.Count == 0 ? 0 : ascending[Math.Min(ascending.Count - 1, (int)(share * ascending.Count))];
}
