namespace Bot.Retrieval.Evaluation.Answers;

/// <summary>How the answers to one question set are. Shares are 0 to 1; null where the set can't say.</summary>
public sealed record AnswerScore
{
    public required string Set { get; init; }

    public required int Questions { get; init; }

    /// <summary>Share of answerable questions that were answered.</summary>
    public double? Answered { get; init; }

    /// <summary>Share of unanswerable questions that were refused.</summary>
    public double? RefusedUnanswerable { get; init; }

    /// <summary>Share of answers that quote the documents because the model failed or nothing it wrote held.</summary>
    public double? FellBack { get; init; }

    /// <summary>Sentences in the answers.</summary>
    public int Sentences { get; init; }

    /// <summary>Sentences that the model wrote and that weren't shown.</summary>
    public int Dropped { get; init; }

    /// <summary>Share of citations behind sentences whose passage the set counts as right.</summary>
    public double? CitationPrecision { get; init; }

    /// <summary>Share of sentences with a citation whose passage the set counts as right.</summary>
    public double? CitationRecall { get; init; }

    /// <summary>Share of quotes that stand letter for letter at their place.</summary>
    public double? QuoteValidity { get; init; }

    /// <summary>Share of answerable questions with an answer string in the text or in a quote of what was answered.</summary>
    public double? AnswerInAnswer { get; init; }

    /// <summary>Read by the model, mean of a question.</summary>
    public double InputTokens { get; init; }

    /// <summary>Written by the model, mean of a question.</summary>
    public double OutputTokens { get; init; }

    /// <summary>From question to checked answer, milliseconds of wall time, model included.</summary>
    public double MillisecondsMean { get; init; }

    /// <summary>The same; one of twenty takes longer.</summary>
    public double MillisecondsP95 { get; init; }
}
