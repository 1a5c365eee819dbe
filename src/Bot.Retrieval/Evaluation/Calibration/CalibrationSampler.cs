using Bot.Retrieval.Answering;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;

namespace Bot.Retrieval.Evaluation.Calibration;

/// <summary>Asks the questions of all trials and keeps what the confidence is made of.</summary>
internal sealed class CalibrationSampler(IIndexBuilder builder, PassageIndexer indexer, IRetriever retriever)
{
    private const int RanksRead = 10;

    /// <summary>The samples of one set; none where it goes by documents, of which nothing can be left out.</summary>
    /// <exception cref="InvalidDataException">A file of the set can't be read; the message says which line.</exception>
    public async Task<IReadOnlyList<CalibrationSample>> SampleAsync(QuestionSet set, CancellationToken cancellationToken)
    {
        var questions = QuestionSetFiles.ReadQuestions(set.QuestionsFile);
        var samples = new List<CalibrationSample>();
        if (questions.Any(question => question.Gold is null))
        {
            return samples;
        }
        var whole = await set.BuildCorpusAsync(builder, cancellationToken);
        var corpus = new CalibrationCorpus(set, whole, questions, indexer);
        await foreach (var trial in CalibrationTrials.OfAsync(corpus, cancellationToken))
        {
            foreach (var (question, isAnswerable) in trial.Questions)
            {
                samples.Add(await SampleAsync(corpus, trial, question, isAnswerable, cancellationToken));
            }
        }
        return samples;
    }

    private async Task<CalibrationSample> SampleAsync(
        CalibrationCorpus corpus, CalibrationTrial trial, EvaluationQuestion question, bool isAnswerable, CancellationToken cancellationToken)
    {
        var retrieval = await retriever.RetrieveAsync(new Question(question.Question), trial.Snapshot, RanksRead, cancellationToken);
        return new(
            corpus.Set.Name,
            trial.Scenario,
            corpus.ArticleOf(question),
            retrieval.Question.Language,
            isAnswerable,
            GoldPassages.Rank(retrieval, question.Gold ?? []),
            retrieval.Passages is [{ IsTranslated: true }, ..],
            Signals.Of(retrieval));
    }
}
