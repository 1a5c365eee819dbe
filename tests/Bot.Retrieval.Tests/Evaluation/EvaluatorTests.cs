using Bot.Retrieval.Evaluation;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Retrieval.Tests.Evaluation;

public sealed class EvaluatorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestRetrieval _retrieval = new(services => services.AddSingleton<TimeProvider>(new ManualTimeProvider()));

    public void Dispose()
    {
        _retrieval.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_tiny_set_is_scored_question_by_question()
    {
        _folder.Write("passages.jsonl", """
            {"id": "kiwi", "title": "Fruit", "text": "The kiwi grows on vines in New Zealand."}
            {"id": "plum", "title": "Fruit", "text": "The plum tree blossoms in March."}
            {"id": "stone", "title": "Rock", "text": "Granite holds quartz and feldspar."}
            """);
        _folder.Write("questions.jsonl", """
            {"id": "first", "question": "Where does the kiwi grow on vines?", "gold": ["kiwi"], "answers": ["New Zealand"]}
            {"id": "second", "question": "Which plum tree blossoms in March, and what of the kiwi?", "gold": ["kiwi"], "answers": ["nowhere"]}
            {"id": "absent", "question": "Who won the football championship in Brazil?", "gold": []}
            """);
        var score = await ScoreAsync("""[{"name": "tiny", "kind": "mono-en", "passages": ["passages.jsonl"], "questions": "questions.jsonl"}]""");
        Assert.Equal(("tiny", "mono-en", 3, 3), (score.Set, score.Kind, score.Passages, score.Questions));
        Assert.Equal((0.5, 1.0, 0.75), (score.RecallAt1, score.RecallAt5, score.MrrAt10));
        Assert.Equal(1, score.RefusedUnanswerable);
        Assert.Equal(1, score.Auc);
        Assert.Equal(0.5, score.AnswerInBestSentence);
        Assert.DoesNotContain("absent", score.Wrong);
        Assert.Contains("second", score.Wrong);
        Assert.Equal(0, score.QueryMsMean);
    }

    [Fact]
    public async Task A_set_of_documents_goes_by_the_document_that_is_cited()
    {
        _folder.Write("docs/a.txt", "用户的所有资料会被备份7年。");
        _folder.Write("docs/b.txt", "明火炊具线上零售额为94.2亿元。");
        _folder.Write("questions.jsonl", """
            {"id": "right", "question": "用户的资料会被备份多少年？", "documents": ["a.txt"], "answers": ["7 年"]}
            {"id": "other", "question": "明火炊具线上零售额是多少？", "documents": ["a.txt"], "answers": ["94.2亿"]}
            {"id": "absent", "question": "红烧肉怎么做才好吃？", "documents": []}
            """);
        var score = await ScoreAsync("""[{"name": "seeds", "documents": "docs", "questions": "questions.jsonl"}]""");
        Assert.Null(score.RecallAt1);
        Assert.Equal((0.5, 0.5), (score.AnswerInCitations, score.AnswerInFirstCitation));
        Assert.Equal(["other"], score.Wrong);
    }

    [Fact]
    public async Task A_bad_question_is_named_before_anything_is_scored()
    {
        _folder.Write("passages.jsonl", """{"id": "1", "title": "t", "text": "x"}""");
        var questions = _folder.Write("questions.jsonl", "{\"id\": \"1\"}");
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => ScoreAsync("""[{"name": "s", "passages": ["passages.jsonl"], "questions": "questions.jsonl"}]"""));
        Assert.Contains($"{questions}, line 1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_corpus_is_named()
    {
        _folder.Write("questions.jsonl", "");
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => ScoreAsync("""[{"name": "s", "documents": "nowhere", "questions": "questions.jsonl"}]"""));
        Assert.Contains("nowhere", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scoring_publishes_nothing_and_says_how_far_it_is()
    {
        _folder.Write("passages.jsonl", """{"id": "1", "title": "t", "text": "The kiwi grows."}""");
        _folder.Write("questions.jsonl", """{"id": "1", "question": "kiwi", "gold": ["1"]}""");
        var sets = _retrieval.Evaluator.ReadSets(_folder.Write("sets.json", """[{"name": "s", "passages": ["passages.jsonl"], "questions": "questions.jsonl"}]"""));
        var told = new List<(int Done, int Total)>();
        await _retrieval.Evaluator.ScoreAsync(sets[0], new Progress(told), CancellationToken.None);
        Assert.Equal([(1, 1)], told);
        Assert.Empty(_retrieval.Live.Current.Passages);
    }

    private Task<SetScore> ScoreAsync(string sets) =>
        _retrieval.Evaluator.ScoreAsync(_retrieval.Evaluator.ReadSets(_folder.Write("sets.json", sets))[0], null, CancellationToken.None);

    private sealed class Progress(List<(int Done, int Total)> told) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => told.Add(value);
    }
}
