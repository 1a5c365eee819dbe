using System.Collections.Immutable;
using Bot.Retrieval.Answering;

namespace Bot.Retrieval.Evaluation.Calibration;

/// <summary>Fits the confidence to question sets, and says how well that carries over. The same sets give the same table.</summary>
internal sealed class Calibrator(CalibrationSampler sampler, Lazy<ConfidenceTable> current)
{
    private const int Folds = 5;
    private const double Threshold = 0.5;

    /// <summary>Weights for which there are too few questions stay as they are.</summary>
    /// <exception cref="InvalidDataException">There are too few for any, or a file of a set can't be read.</exception>
    public async Task<CalibrationReport> CalibrateAsync(IReadOnlyList<QuestionSet> sets, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        var samples = new List<CalibrationSample>();
        foreach (var set in sets)
        {
            samples.AddRange(await sampler.SampleAsync(set, cancellationToken));
            progress?.Report((samples.Select(sample => sample.Set).Distinct().Count(), sets.Count));
        }
        var own = samples.Where(sample => !sample.IsTranslated).ToList();
        var across = samples.Where(sample => sample.IsTranslated).ToList();
        var fitted = (Own: CalibrationFit.Fit(own, ConfidenceTable.OwnSignals), Across: CalibrationFit.Fit(across, ConfidenceTable.AcrossSignals));
        return fitted is (null, null)
            ? throw new InvalidDataException(
                $"there are too few questions. It takes a set with {CalibrationFit.LeastSamples} answerable and as many unanswerable ones, or one of twice as many answerable ones whose passages can be left out.")
            : new(
                new(fitted.Own ?? current.Value.Own, fitted.Across ?? current.Value.Across),
                [.. Rows(own, ConfidenceTable.OwnSignals, sets, acrossLanguages: false), .. Rows(across, ConfidenceTable.AcrossSignals, sets, acrossLanguages: true)]);
    }

    private static IEnumerable<CalibrationRow> Rows(List<CalibrationSample> samples, ImmutableArray<Signal> signals, IReadOnlyList<QuestionSet> sets, bool acrossLanguages)
    {
        var byFold = Enumerable.Range(0, Folds).Select(fold => CalibrationFit.Fit([.. samples.Where(sample => FoldOf(sample) != fold)], signals)).OfType<ConfidenceWeights>().ToList();
        if (byFold.Count < Folds)
        {
            yield break;
        }
        foreach (var set in samples.GroupBy(sample => sample.Set))
        {
            var elsewhere = FitElsewhere(set.Key, samples, signals, sets);
            foreach (var group in set.GroupBy(sample => sample.Scenario).Where(group => group.Any(sample => sample.IsAnswerable) && group.Any(sample => !sample.IsAnswerable)))
            {
                yield return new(
                    set.Key,
                    group.Key,
                    acrossLanguages,
                    group.Count(sample => sample.IsAnswerable),
                    group.Count(sample => !sample.IsAnswerable),
                    Judge(group, sample => byFold[FoldOf(sample)]),
                    elsewhere is null ? null : Judge(group, _ => elsewhere));
            }
        }
    }

    private static int FoldOf(CalibrationSample sample) => CalibrationCorpus.PartOf($"fold {sample.Article}", Folds);

    // Null where what is left is too little.
    private static ConfidenceWeights? FitElsewhere(string name, List<CalibrationSample> samples, ImmutableArray<Signal> signals, IReadOnlyList<QuestionSet> sets)
    {
        var sources = sets.Single(set => set.Name == name).Sources;
        var related = sets.Where(set => set.Sources.Intersect(sources).Any()).Select(set => set.Name).ToHashSet();
        var articles = samples.Where(sample => sample.Set == name).Select(sample => sample.Article).ToHashSet();
        return CalibrationFit.Fit([.. samples.Where(sample => !related.Contains(sample.Set) && !articles.Contains(sample.Article))], signals);
    }

    private static Discrimination Judge(IEnumerable<CalibrationSample> samples, Func<CalibrationSample, ConfidenceWeights> weights)
    {
        var confidences = samples.ToLookup(sample => sample.IsAnswerable, sample => sample.ConfidenceBy(weights(sample)));
        return new(
            RocCurve.Area(confidences[true], confidences[false]) ?? 0,
            confidences[true].Average(confidence => confidence >= Threshold ? 1.0 : 0),
            confidences[false].Average(confidence => confidence < Threshold ? 1.0 : 0));
    }
}
