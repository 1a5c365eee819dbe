namespace Bot.Retrieval.Evaluation.Answers;

/// <summary>Scores the text of answers, with the model, prompts and checks that people get.</summary>
public interface IAnswerEvaluator
{
    /// <param name="set">Which questions over which corpus.</param>
    /// <param name="limit">At most so many of its questions, evenly spread; models cost money.</param>
    /// <param name="progress">Questions answered so far, of how many.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidDataException">A file of the set can't be read; the message says which line.</exception>
    Task<AnswerScore> ScoreAsync(QuestionSet set, int limit, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken);
}
