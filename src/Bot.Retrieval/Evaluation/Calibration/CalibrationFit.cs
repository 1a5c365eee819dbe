using System.Collections.Immutable;
using Bot.Retrieval.Answering;

namespace Bot.Retrieval.Evaluation.Calibration;

/// <summary>Fits the weights of one kind of question, own-language or cross-language, to samples of it.</summary>
internal static class CalibrationFit
{
    private const double Penalty = 0.001;

    /// <summary>Where the topic is there, a sample counts less: a passage on the topic is a better answer than none.</summary>
    private const double TopicWeight = 0.15;

    /// <summary>Fewer samples of one kind are chance.</summary>
    public const int LeastSamples = 50;

    /// <summary>
    /// Whether a sample says what an answerable, or an unanswerable, question looks like. Cut-out facts are measured only:
    /// what is told of them by the signals is too little to be worth what it costs elsewhere.
    /// </summary>
    private static bool Teaches(CalibrationSample sample) =>
        sample.Signals is not null && sample.Scenario != CalibrationScenario.FactCutOut && (!sample.IsAnswerable || sample.Rank == 1);

    /// <summary>Null where there are too few samples to learn from.</summary>
    public static ConfidenceWeights? Fit(IReadOnlyList<CalibrationSample> samples, ImmutableArray<Signal> signals)
    {
        var teaching = samples.Where(Teaches).GroupBy(sample => (sample.Set, sample.Scenario))
            .Where(group => group.Count(sample => sample.IsAnswerable) >= LeastSamples && group.Count(sample => !sample.IsAnswerable) >= LeastSamples)
            .SelectMany(group => group)
            .ToList();
        if (teaching.Count == 0)
        {
            return null;
        }
        // Whether a question is Chinese is the last feature, so that both languages share the weights of the signals.
        var coefficients = LogisticRegression.Fit(
            [.. teaching.Select(sample => (double[])[.. signals.Select(signal => sample.Signals![signal]), sample.IsChinese ? 1 : 0])],
            [.. teaching.Select(sample => sample.IsAnswerable)],
            Weights(teaching),
            Penalty);
        var english = coefficients[^1];
        var fitted = new ConfidenceWeights(
            english + coefficients[^2], english, signals.Select((signal, i) => (signal, i)).ToImmutableSortedDictionary(entry => entry.signal, entry => coefficients[entry.i]));
        return OperatingPoint.Move(fitted, samples);
    }

    // A set counts by the square root of its size, so that none outvotes the others; and answerable and unanswerable
    // questions of a language count the same.
    private static double[] Weights(List<CalibrationSample> samples)
    {
        var sizes = samples.GroupBy(sample => (sample.Set, sample.Scenario, sample.IsAnswerable)).ToDictionary(group => group.Key, group => group.Count());
        double[] weights =
        [
            .. samples.Select(sample => (sample.Scenario == CalibrationScenario.PassageLeftOut ? TopicWeight : 1)
                / Math.Sqrt(sizes[(sample.Set, sample.Scenario, sample.IsAnswerable)])),
        ];
        var totals = samples.Select((sample, i) => (sample, i)).GroupBy(entry => (entry.sample.IsChinese, entry.sample.IsAnswerable))
            .ToDictionary(group => group.Key, group => group.Sum(entry => weights[entry.i]));
        return [.. samples.Select((sample, i) => weights[i] / totals[(sample.IsChinese, sample.IsAnswerable)])];
    }
}
