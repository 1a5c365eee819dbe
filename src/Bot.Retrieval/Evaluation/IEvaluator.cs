using Bot.Retrieval.Evaluation.Calibration;

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

    /// <summary>Fits the weights of the confidence to question sets whose answers are known, leaving passages out to make unanswerable ones.</summary>
    /// <param name="sets">Those that name passages; sets over documents are passed over.</param>
    /// <param name="progress">Sets asked so far, of how many.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidDataException">A file of a set can't be read, or there are too few questions.</exception>
    Task<CalibrationReport> CalibrateAsync(IReadOnlyList<QuestionSet> sets, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken);

    /// <summary>Says how one question came to its answer.</summary>
    /// <param name="set">Which questions over which corpus.</param>
    /// <param name="id">The question's id in the set.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    /// <returns>Null where the set has no such question.</returns>
    /// <exception cref="InvalidDataException">A file of the set can't be read; the message says which line.</exception>
    Task<QuestionExplanation?> ExplainAsync(QuestionSet set, string id, CancellationToken cancellationToken);
}
