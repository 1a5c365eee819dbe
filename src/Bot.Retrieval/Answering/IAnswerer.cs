using Bot.Retrieval.Searching;

namespace Bot.Retrieval.Answering;

/// <summary>Answers questions from the current snapshot. Safe for concurrent use.</summary>
public interface IAnswerer
{
    Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken);
}
