using System.Collections.Immutable;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering;

/// <summary>A logistic function of signals.</summary>
/// <param name="Chinese">Intercept for Chinese questions.</param>
/// <param name="English">Intercept for English questions.</param>
/// <param name="Weights">One a signal; signals that aren't there weigh nothing.</param>
public sealed record ConfidenceWeights(double Chinese, double English, ImmutableSortedDictionary<Signal, double> Weights)
{
    /// <summary>0 to 1.</summary>
    internal double Of(Signals signals, TextLanguage language) => 1 / (1 + Math.Exp(-(Intercept(language) + Weights.Sum(entry => entry.Value * signals[entry.Key]))));

    internal double Intercept(TextLanguage language) => language == TextLanguage.English ? English : Chinese;
}

/// <summary>The weights of the confidence: what <c>eval --calibrate</c> makes and every answer uses.</summary>
/// <param name="Own">For passages found by the question's own words.</param>
/// <param name="Across">For passages found by its translation, which is never complete.</param>
public sealed record ConfidenceTable(ConfidenceWeights Own, ConfidenceWeights Across)
{
    /// <summary>The signals that own-language weights are fitted for.</summary>
    public static ImmutableArray<Signal> OwnSignals { get; } = [.. Enum.GetValues<Signal>()];

    /// <summary>The signals that cross-language weights are fitted for. A name is seldom in the dictionary, so missing it says nothing.</summary>
    public static ImmutableArray<Signal> AcrossSignals { get; } = [.. OwnSignals.Where(signal => signal != Signal.MissingNames)];

    /// <summary>The weights that a retrieval is judged by: its best passage decides.</summary>
    internal ConfidenceWeights For(RetrievalResult retrieval) => retrieval.Passages is [{ IsTranslated: true }, ..] ? Across : Own;
}
