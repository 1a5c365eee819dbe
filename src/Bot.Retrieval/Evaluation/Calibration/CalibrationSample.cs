using Bot.Retrieval.Answering;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Evaluation.Calibration;

/// <summary>One question, asked of one corpus.</summary>
/// <param name="Set">The set it comes from.</param>
/// <param name="Scenario">What was done to the set's corpus.</param>
/// <param name="Article">What its right passage is part of: samples of one article are never on both sides of a cross-validation.</param>
/// <param name="Language">The question's.</param>
/// <param name="IsAnswerable">Whether a right passage is in the corpus.</param>
/// <param name="Rank">Of the right passage, from 1; 0 where it isn't among the first ten.</param>
/// <param name="IsTranslated">Whether the best passage was found by the question's translation.</param>
/// <param name="Signals">Null where nothing was found.</param>
internal sealed record CalibrationSample(
    string Set, CalibrationScenario Scenario, string Article, TextLanguage Language, bool IsAnswerable, int Rank, bool IsTranslated, Signals? Signals)
{
    public bool IsChinese => Language != TextLanguage.English;

    /// <summary>0 where nothing was found, as in an answer.</summary>
    public double ConfidenceBy(ConfidenceWeights weights) => Signals is null ? 0 : weights.Of(Signals, Language);
}
