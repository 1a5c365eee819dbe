using Bot.Host.Settings;
using Bot.Retrieval.Evaluation.Answers;

namespace Bot.Host.CommandLine.Json;

/// <summary>The scores of a set's answers as <c>eval --answers --json</c> writes them; null where the set can't say.</summary>
internal sealed record AnswerScoreJson(
    string Set, int Questions, double? Answered, double? RefusedUnanswerable, double? FellBack, int Sentences, int Dropped, double? CitationPrecision,
    double? CitationRecall, double? QuoteValidity, double? AnswerInAnswer, double InputTokens, double OutputTokens, double Cost, double AnswerMsMean, double AnswerMsP95)
{
    private const double Million = 1_000_000;

    /// <param name="score">The score.</param>
    /// <param name="prices">What a million tokens cost; the cost is that of one question, in the same currency.</param>
    public static AnswerScoreJson From(AnswerScore score, AnswersSettings prices) => new(
        score.Set,
        score.Questions,
        Share(score.Answered),
        Share(score.RefusedUnanswerable),
        Share(score.FellBack),
        score.Sentences,
        score.Dropped,
        Share(score.CitationPrecision),
        Share(score.CitationRecall),
        Share(score.QuoteValidity),
        Share(score.AnswerInAnswer),
        Math.Round(score.InputTokens, 1),
        Math.Round(score.OutputTokens, 1),
        Math.Round(((score.InputTokens * prices.InputPrice) + (score.OutputTokens * prices.OutputPrice)) / Million, 6),
        Math.Round(score.MillisecondsMean, 3),
        Math.Round(score.MillisecondsP95, 3));

    private static double? Share(double? value) => value is { } share ? Math.Round(share, 4) : null;
}
