using Bot.Retrieval.Answering;
using Bot.Retrieval.Evaluation.Calibration;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;

namespace Bot.Retrieval.Evaluation;

/// <summary>Builds each set's index as the seeds' is built, and asks its questions one after the other.</summary>
internal sealed class Evaluator(IIndexBuilder builder, IRetriever retriever, ExtractiveAnswerer answerer, Explainer explainer, Calibrator calibrator, TimeProvider clock) : IEvaluator
{
    private const int RanksRead = 10;

    public IReadOnlyList<QuestionSet> ReadSets(string file) => QuestionSetFiles.ReadSets(file);

    public async Task<SetScore> ScoreAsync(QuestionSet set, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        var questions = QuestionSetFiles.ReadQuestions(set.QuestionsFile);
        var started = clock.GetTimestamp();
        var snapshot = await set.BuildCorpusAsync(builder, cancellationToken);
        var indexed = clock.GetElapsedTime(started);
        var gold = new GoldPassages(snapshot);
        var scored = new List<ScoredQuestion>(questions.Count);
        foreach (var question in questions)
        {
            scored.Add(await ScoreAsync(question, snapshot, gold, cancellationToken));
            progress?.Report((scored.Count, questions.Count));
        }
        return Scores.Of(set, snapshot.Passages.Length, indexed, scored);
    }

    public async Task<QuestionExplanation?> ExplainAsync(QuestionSet set, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        return QuestionSetFiles.ReadQuestions(set.QuestionsFile).FirstOrDefault(question => question.Id == id) is { } question
            ? await explainer.ExplainAsync(set, question, await set.BuildCorpusAsync(builder, cancellationToken), cancellationToken)
            : null;
    }

    public Task<CalibrationReport> CalibrateAsync(IReadOnlyList<QuestionSet> sets, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sets);
        return calibrator.CalibrateAsync(sets, progress, cancellationToken);
    }

    private async Task<ScoredQuestion> ScoreAsync(EvaluationQuestion question, IndexSnapshot snapshot, GoldPassages gold, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var retrieval = await retriever.RetrieveAsync(new Question(question.Question), snapshot, RanksRead, cancellationToken);
        var answer = answerer.AnswerFrom(retrieval);
        var elapsed = clock.GetElapsedTime(started);
        var citations = answer is Answer.Grounded grounded ? grounded.Citations : [];
        var answers = new AnswerStrings(question);
        return new ScoredQuestion(
            question.Id,
            (question.Gold ?? question.Documents)!.Value.Length > 0,
            question.Gold is { } ids ? GoldPassages.Rank(retrieval, ids) : null,
            answer is Answer.Grounded,
            answer.Confidence,
            answers.IsEmpty ? null : citations.Take(1).Any(answers.AreIn),
            answers.IsEmpty ? null : citations.Any(answers.AreIn),
            answers.IsEmpty || question.Gold is null ? null : gold.BestSentence(retrieval, question) is { } sentence ? answers.AreIn(sentence) : null,
            elapsed);
    }
}
