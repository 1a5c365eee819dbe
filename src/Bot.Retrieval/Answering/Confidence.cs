using Bot.Retrieval.Searching;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering;

/// <summary>
/// How sure the bot is that the documents answer: a logistic function of what the best passage holds of the question.
/// The weights were fitted on the open answerable/unanswerable sets.
/// </summary>
internal static class Confidence
{
    /// <summary>0 to 1; 0 where nothing was found.</summary>
    public static double Of(RetrievalResult retrieval)
    {
        var words = OfWords(retrieval);
        return retrieval.Focus is ClauseFocus.Found ? Math.Max(words, KnownClause) : words;
    }

    private static double OfWords(RetrievalResult retrieval)
    {
        if (Signals.Of(retrieval) is not { } signals)
        {
            return 0;
        }
        var model = retrieval.Passages[0].IsTranslated ? Translated : OwnLanguage;
        var z = (retrieval.Question.Language == TextLanguage.English ? model.EnglishIntercept : model.ChineseIntercept)
            + (model.Score * signals.Score)
            + (model.RootScore * signals.RootScore)
            + (model.Sentence * signals.SentenceCoverage)
            + (model.Rise * signals.Rise)
            + (model.LogPassages * signals.LogPassages);
        return 1 / (1 + Math.Exp(-z));
    }

    // The clause asked about is there, and its own words are the answer.
    private const double KnownClause = 0.9;

    private static readonly Weights OwnLanguage = new(
        ChineseIntercept: -6.75, EnglishIntercept: -3.9, Score: 0.12, RootScore: 0.63, Sentence: 4.49, Rise: 2.81, LogPassages: -0.36);

    // A translation is never complete, so less of the question is there even where the passage answers.
    private static readonly Weights Translated = new(
        ChineseIntercept: -3.08, EnglishIntercept: -3.53, Score: -1.15, RootScore: 1.12, Sentence: 0.84, Rise: 2.10, LogPassages: -0.16);

    private sealed record Weights(
        double ChineseIntercept, double EnglishIntercept, double Score, double RootScore, double Sentence, double Rise, double LogPassages);
}
