namespace Bot.Retrieval.Evaluation;

/// <summary>Scores question sets with the same retriever, answerer and thresholds that people get.</summary>
public interface IEvaluator
{
    /// <summary>Reads a list of sets (<c>sets.json</c>); paths in it are relative to it.</summary>
    /// <exception cref="InvalidDataException">The file isn't such a list; the message says where.</exception>
    IReadOnlyList<QuestionSet> ReadSets(string file);

    /// <param name="set">Which questions over which corpus.</param>
    /// <param name="progress">Questions answered so far, of how many.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidDataException">A file of the set can't be read; the message says which line.</exception>
    Task<SetScore> ScoreAsync(QuestionSet set, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken);
}
