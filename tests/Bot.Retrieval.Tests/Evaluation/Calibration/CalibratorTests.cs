using System.Globalization;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Evaluation;
using Bot.Retrieval.Evaluation.Calibration;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;

namespace Bot.Retrieval.Tests.Evaluation.Calibration;

public sealed class CalibratorTests : IDisposable
{
    private const int Articles = 160;

    private readonly TemporaryFolder _folder = new();
    private readonly TestRetrieval _retrieval = new();

    public void Dispose()
    {
        _retrieval.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_same_sets_give_the_same_table_and_what_can_be_told_apart_is()
    {
        var set = WriteSet(Articles);
        var report = await _retrieval.Evaluator.CalibrateAsync([set], null, CancellationToken.None);
        var again = await _retrieval.Evaluator.CalibrateAsync([set], null, CancellationToken.None);
        Assert.Equal(ConfidenceTableFile.Write(report.Table, []), ConfidenceTableFile.Write(again.Table, []));
        var half = report.Rows.Single(row => row.Scenario == CalibrationScenario.HalfLeftOut);
        Assert.Equal((Articles, Articles), (half.Answerable, half.Unanswerable));
        Assert.InRange(half.OtherArticles.Auc, 0.95, 1);
        Assert.Null(half.OtherSets);
    }

    [Fact]
    public async Task Weights_that_the_sets_say_nothing_of_stay_as_they_are()
    {
        var report = await _retrieval.Evaluator.CalibrateAsync([WriteSet(Articles)], null, CancellationToken.None);
        Assert.Equal(ConfidenceTableFile.ReadShipped().Across.Weights, report.Table.Across.Weights);
        Assert.NotEqual(ConfidenceTableFile.ReadShipped().Own.Weights, report.Table.Own.Weights);
    }

    [Fact]
    public async Task Too_few_questions_are_refused()
    {
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => _retrieval.Evaluator.CalibrateAsync([WriteSet(20)], null, CancellationToken.None));
        Assert.Contains("too few questions", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_over_documents_are_passed_over()
    {
        _folder.Write("docs/a.txt", "The kiwi grows on vines.");
        var questions = _folder.Write("docs.jsonl", """{"id": "1", "question": "Where does the kiwi grow?", "documents": ["a.txt"], "answers": ["vines"]}""");
        Assert.Empty(await _retrieval.Get<CalibrationSampler>().SampleAsync(new("docs", "", [_folder.At("docs")], questions), CancellationToken.None));
    }

    [Fact]
    public async Task Each_question_loses_its_article_in_one_half_and_keeps_it_in_the_other()
    {
        var trials = await TrialsAsync(WriteSet(Articles));
        var halves = trials.Where(trial => trial.Scenario == CalibrationScenario.HalfLeftOut).ToList();
        Assert.Equal(2, halves.Count);
        Assert.Equal(Articles, halves.Sum(half => half.Snapshot.Passages.Length));
        foreach (var (question, isAnswerable) in halves.SelectMany(half => half.Questions))
        {
            Assert.Single(halves, half => half.Questions.Contains((question, true)));
            Assert.Single(halves, half => half.Questions.Contains((question, false)));
            Assert.Equal(isAnswerable, halves.Single(half => half.Questions.Contains((question, isAnswerable))).Snapshot.Passages.Any(passage => question.Gold!.Value.Contains(passage.Document.RecordId!)));
        }
    }

    [Fact]
    public async Task A_cut_out_fact_takes_its_sentence_and_nothing_else()
    {
        var passages = _folder.Write("facts.jsonl", """{"id": "kiwi", "title": "Kiwi", "text": "The kiwi is green. It grows in Tauranga. It was named in 1959. It tastes sour."}""");
        var questions = _folder.Write("facts-questions.jsonl", """
            {"id": "where", "question": "Where does the kiwi grow?", "gold": ["kiwi"], "answers": ["Tauranga"]}
            {"id": "when", "question": "When was the kiwi named?", "gold": ["kiwi"], "answers": ["1959"]}
            {"id": "colour", "question": "What colour is the kiwi?", "gold": ["kiwi"], "answers": ["green"]}
            {"id": "taste", "question": "How does the kiwi taste?", "gold": ["kiwi"], "answers": ["sour"]}
            """);
        var trials = (await TrialsAsync(new("facts", "", [passages], questions))).Where(trial => trial.Scenario == CalibrationScenario.FactCutOut).ToList();
        Assert.Equal(3, trials.Count);
        Assert.Equal("The kiwi is green.\nIt was named in 1959.\nIt tastes sour.\n", trials[0].Snapshot.Passages.Single().Text);
        Assert.Equal([("where", false), ("when", true)], trials[0].Questions.Select(asked => (asked.Question.Id, asked.IsAnswerable)));
        Assert.Equal([("when", false), ("colour", true)], trials[1].Questions.Select(asked => (asked.Question.Id, asked.IsAnswerable)));
    }

    private async Task<List<CalibrationTrial>> TrialsAsync(QuestionSet set)
    {
        var whole = Assert.IsType<BuildOutcome.Built>(await _retrieval.BuildAsync([.. set.Sources])).Snapshot;
        var corpus = new CalibrationCorpus(set, whole, QuestionSetFiles.ReadQuestions(set.QuestionsFile), _retrieval.Get<PassageIndexer>());
        var trials = new List<CalibrationTrial>();
        await foreach (var trial in CalibrationTrials.OfAsync(corpus, CancellationToken.None))
        {
            trials.Add(trial);
        }
        return trials;
    }

    // Each article has words of its own; every question shares some with all articles, too.
    private QuestionSet WriteSet(int articles)
    {
        string Word(string stem, int i) => stem + string.Concat(i.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('k' + digit - '0')));
        var numbers = Enumerable.Range(1, articles);
        var passages = _folder.Write("p.jsonl", string.Join('\n', numbers.Select(i =>
            $$"""{"id": "a{{i}}", "title": "{{Word("Tor", i)}}", "text": "The {{Word("zor", i)}} lives on the island of {{Word("vex", i)}}. It eats leaves and fruit."}""")));
        var questions = _folder.Write("q.jsonl", string.Join('\n', numbers.Select(i =>
            $$"""{"id": "q{{i}}", "question": "On which island does the {{Word("zor", i)}} live?", "gold": ["a{{i}}"], "answers": ["{{Word("vex", i)}}"]}""")));
        return new("made", "mono-en", [passages], questions);
    }
}
