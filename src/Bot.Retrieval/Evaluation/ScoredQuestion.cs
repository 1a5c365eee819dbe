namespace Bot.Retrieval.Evaluation;

/// <summary>How one question went.</summary>
/// <param name="Id">The question's.</param>
/// <param name="IsAnswerable">Whether the set says that the corpus answers it.</param>
/// <param name="Rank">Of the best placed right passage, from 1; 0 where none is among the first ten, null where the set names no passages.</param>
/// <param name="Answered">Whether the bot answered.</param>
/// <param name="Confidence">As the answer says.</param>
/// <param name="InFirst">Whether an answer string is in the first citation; null where the set gives none.</param>
/// <param name="InAny">The same for any citation.</param>
/// <param name="InBestSentence">The same for the best sentence of the right passage, whatever was retrieved.</param>
/// <param name="Elapsed">From text to answer.</param>
internal sealed record ScoredQuestion(
    string Id, bool IsAnswerable, int? Rank, bool Answered, double Confidence, bool? InFirst, bool? InAny, bool? InBestSentence, TimeSpan Elapsed)
{
    /// <summary>A right answer, or a right refusal.</summary>
    public bool IsRight => IsAnswerable ? Answered && (InAny ?? Rank == 1) : !Answered;

    /// <summary>Whether an answer would be wrong: nothing answers, or another passage came first.</summary>
    public bool IsRisk => !IsAnswerable || Rank is not (null or 1);
}
