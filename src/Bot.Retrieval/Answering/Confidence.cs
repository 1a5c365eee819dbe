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
        var z = (retrieval.Question.Language == TextLanguage.English ? EnglishIntercept : ChineseIntercept)
            + (ScoreWeight * signals.Score)
            + (RootScoreWeight * signals.RootScore)
            + (SentenceWeight * signals.SentenceCoverage)
            + (RiseWeight * signals.Rise)
            + (PassagesWeight * signals.LogPassages);
        return 1 / (1 + Math.Exp(-z));
    }

    // The clause asked about is there, and its own words are the answer.
    private const double KnownClause = 0.9;

    private const double ChineseIntercept = -6.75;
    private const double EnglishIntercept = -3.9;
    private const double ScoreWeight = 0.12;
    private const double RootScoreWeight = 0.63;
    private const double SentenceWeight = 4.49;
    private const double RiseWeight = 2.81;
    private const double PassagesWeight = -0.36;
}
