using Bot.Retrieval.Searching;

namespace Bot.Retrieval.Answering;

/// <summary>How sure the bot is that the documents answer: a logistic function of what the best passage holds of the question.</summary>
internal static class Confidence
{
    // The clause asked about is there, and its own words are the answer.
    private const double KnownClause = 0.9;

    /// <summary>0 to 1; 0 where nothing was found.</summary>
    public static double Of(RetrievalResult retrieval, ConfidenceTable table)
    {
        var words = Signals.Of(retrieval) is { } signals ? table.For(retrieval).Of(signals, retrieval.Question.Language) : 0;
        return retrieval.Focus is ClauseFocus.Found ? Math.Max(words, KnownClause) : words;
    }
}
