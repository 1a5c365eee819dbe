namespace Bot.Retrieval.Searching;

/// <summary>A question that was asked before in the same conversation.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Answer">What was answered; empty where nothing was.</param>
public sealed record EarlierTurn(string Question, string Answer)
{
    /// <summary>Title of the document that the answer quoted first; null where none was quoted.</summary>
    public string? Title { get; init; }
}
