using Bot.Retrieval.Answering;

namespace Bot.Retrieval.Evaluation.Calibration;

/// <summary>
/// Moves the intercepts so that at 0.5 wrong answers and wrong refusals stand in the proportion that the product allows them,
/// in each language.
/// </summary>
internal static class OperatingPoint
{
    /// <summary>Of the unanswerable questions 6 in 100 may be answered, of the answerable ones 4 may be refused.</summary>
    private const double AnsweredToRefused = 6.0 / 4;

    public static ConfidenceWeights Move(ConfidenceWeights fitted, IReadOnlyList<CalibrationSample> samples) => fitted with
    {
        Chinese = fitted.Chinese - CutOf(fitted, Deciding([.. samples.Where(sample => sample.IsChinese)])),
        English = fitted.English - CutOf(fitted, Deciding([.. samples.Where(sample => !sample.IsChinese)])),
    };

    // Sets with questions that really can't be answered, where there are any.
    private static List<CalibrationSample> Deciding(List<CalibrationSample> samples)
    {
        var real = samples.Where(sample => sample.Scenario == CalibrationScenario.AsIs)
            .GroupBy(sample => sample.Set)
            .Where(set => set.Any(sample => !sample.IsAnswerable))
            .SelectMany(set => set)
            .ToList();
        return real.Count > 0 ? real : [.. samples.Where(sample => sample.Scenario == CalibrationScenario.HalfLeftOut)];
    }

    // The log odds at which the shares below and above first reach the proportion.
    private static double CutOf(ConfidenceWeights fitted, List<CalibrationSample> samples)
    {
        var unanswerable = samples.Count(sample => !sample.IsAnswerable);
        var answerable = samples.Count - unanswerable;
        if (answerable == 0 || unanswerable == 0)
        {
            return 0;
        }
        var (refused, answered) = (0.0, 1.0);
        var before = 0.0;
        foreach (var (score, isAnswerable) in samples.Select(sample => (LogOdds(fitted, sample), sample.IsAnswerable)).OrderBy(entry => entry.Item1))
        {
            if (refused * AnsweredToRefused >= answered)
            {
                return (before + score) / 2;
            }
            before = score;
            refused += isAnswerable ? 1.0 / answerable : 0;
            answered -= isAnswerable ? 0 : 1.0 / unanswerable;
        }
        return before;
    }

    private static double LogOdds(ConfidenceWeights fitted, CalibrationSample sample)
    {
        var confidence = sample.ConfidenceBy(fitted);
        return Math.Log(confidence / (1 - confidence));
    }
}
