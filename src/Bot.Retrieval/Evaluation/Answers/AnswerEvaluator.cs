using Bot.Retrieval.Answering;
using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;

namespace Bot.Retrieval.Evaluation.Answers;

/// <summary>Asks a set's questions one after the other and looks at what was said.</summary>
/// <param name="builder">Makes the corpus.</param>
/// <param name="retriever">Finds passages.</param>
/// <param name="extractive">Answers where no model is configured.</param>
/// <param name="generating">Answers with the configured model; null where there is none.</param>
/// <param name="clock">Measures.</param>
internal sealed class AnswerEvaluator(
    IIndexBuilder builder, IRetriever retriever, ExtractiveAnswerer extractive, GeneratingAnswerer? generating, TimeProvider clock) : IAnswerEvaluator
{
    private const double Slow = 0.95;

    public async Task<AnswerScore> ScoreAsync(QuestionSet set, int limit, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        var snapshot = await set.BuildCorpusAsync(builder, cancellationToken);
        var all = QuestionSetFiles.ReadQuestions(set.QuestionsFile);
        var step = Math.Max(1, (all.Count + limit - 1) / limit);
        var questions = all.Where((_, i) => i % step == 0).ToList();
        var answers = new List<ScoredAnswer>();
        foreach (var question in questions)
        {
            var started = clock.GetTimestamp();
            var retrieval = await retriever.RetrieveAsync(new Question(question.Question), snapshot, ExtractiveAnswerer.PassagesRead, cancellationToken);
            var answer = generating is null ? extractive.AnswerFrom(retrieval) : await generating.AnswerFromAsync(retrieval, draft: null, cancellationToken);
            answers.Add(new(question, answer, clock.GetElapsedTime(started)));
            progress?.Report((answers.Count, questions.Count));
        }
        return Of(set, answers);
    }

    private static AnswerScore Of(QuestionSet set, List<ScoredAnswer> answers)
    {
        var answerable = answers.FindAll(answer => answer.IsAnswerable);
        var given = answers.FindAll(answer => answer.Answer is Answer.Grounded);
        // Whether a passage is right can be told only where some passage is.
        var sentences = given.Where(answer => answer.IsAnswerable).SelectMany(answer => answer.Sentences.Select(numbers => (answer, numbers))).ToList();
        var milliseconds = answers.Select(answer => answer.Elapsed.TotalMilliseconds).Order().ToList();
        return new()
        {
            Set = set.Name,
            Questions = answers.Count,
            Answered = Share(answerable, answer => answer.Answer is Answer.Grounded),
            RefusedUnanswerable = Share(answers.Where(answer => !answer.IsAnswerable), answer => answer.Answer is Answer.NotFound),
            FellBack = Share(given, answer => answer.Answer.Generation is { Failure: not null }),
            Sentences = given.Sum(answer => answer.Sentences.Length),
            Dropped = answers.Sum(answer => answer.Answer.Generation?.Verdicts.Count(verdict => !verdict.IsKept) ?? 0),
            CitationPrecision = Share(sentences.SelectMany(sentence => sentence.numbers.Select(number => (sentence.answer, number))), cited => cited.answer.IsRight(cited.number)),
            CitationRecall = Share(sentences, sentence => sentence.numbers.Any(sentence.answer.IsRight)),
            QuoteValidity = Share(given.SelectMany(answer => answer.Citations), CitationChecker.Holds),
            AnswerInAnswer = Share(answerable.Where(answer => answer.HasAnswerStrings), answer => answer.Answer is Answer.Grounded && answer.HasAnswer),
            InputTokens = Mean(answers, answer => answer.Answer.Generation?.InputTokens ?? 0),
            OutputTokens = Mean(answers, answer => answer.Answer.Generation?.OutputTokens ?? 0),
            MillisecondsMean = Mean(answers, answer => answer.Elapsed.TotalMilliseconds),
            MillisecondsP95 = milliseconds.Count == 0 ? 0 : milliseconds[(int)((milliseconds.Count - 1) * Slow)],
        };
    }

    private static double? Share<T>(IEnumerable<T> items, Func<T, bool> condition)
    {
        var all = items.ToList();
        return all.Count == 0 ? null : (double)all.Count(condition) / all.Count;
    }

    private static double Mean(List<ScoredAnswer> answers, Func<ScoredAnswer, double> value) => answers.Count == 0 ? 0 : answers.Average(value);
}
