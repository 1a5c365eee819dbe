using Bot.Host.Tests.Support;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Evaluation;
using Bot.Retrieval.Evaluation.Calibration;

namespace Bot.Host.Tests.CommandLine;

public sealed class EvalCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeRetrieval _retrieval = new();
    private readonly List<QuestionSet> _scored = [];

    public EvalCommandTests()
    {
        _folder.CreateFolder("seeds");
        _folder.Write("sets.json", "[]");
        _folder.Write("mine/questions.jsonl", "");
        _folder.Write("passages.jsonl", "");
        _retrieval.Sets = [new("one", "mono-en", ["a"], "q"), new("two", "mono-zh-Hans", ["b"], "q")];
        _retrieval.Score = set =>
        {
            _scored.Add(set);
            return new SetScore
            {
                Set = set.Name,
                Kind = set.Kind,
                Passages = 596,
                Questions = 2175,
                RecallAt1 = 0.98,
                Auc = double.NaN,
                QueryMsMean = 0.41239,
                RiskCoverage = [new RiskCoverage(0.5, 0.9, 0.02, 0.95, null)],
            };
        };
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_set_is_one_json_object_of_the_documented_shape()
    {
        var run = await RunAsync("eval", "--sets", "sets.json", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["one", "two"], run.Objects.Select(score => score.GetProperty("set").GetString()));
        Assert.Equal(
            [
                "set", "kind", "passages", "questions", "recallAt1", "recallAt5", "recallAt10", "mrrAt10", "answerInCitations", "answered",
                "refusedUnanswerable", "auc", "indexMs", "queryMsMean", "queryMsP99",
            ],
            run.Objects[0].EnumerateObject().Select(property => property.Name).Take(15));
        Assert.Equal("null", run.Objects[0].GetProperty("auc").GetRawText());
        Assert.Equal(0.412, run.Objects[0].GetProperty("queryMsMean").GetDouble());
    }

    [Fact]
    public async Task One_set_of_the_list_can_be_chosen()
    {
        var run = await RunAsync("eval", "--sets", "sets.json", "--only", "two", "--json");

        Assert.Equal("two", Assert.Single(run.Objects).GetProperty("set").GetString());
    }

    [Fact]
    public async Task Questions_of_ones_own_are_scored_over_passages_or_over_documents()
    {
        Assert.Equal(0, (await RunAsync("eval", "--questions", "mine/questions.jsonl", "--passages", "passages.jsonl")).ExitCode);
        Assert.Equal(0, (await RunAsync("eval", "--questions", "mine/questions.jsonl", "--documents", "seeds")).ExitCode);

        Assert.Equal(
            [Path.Combine(_folder.Path, "passages.jsonl"), Path.Combine(_folder.Path, "seeds")],
            _scored.SelectMany(set => set.Sources));
        Assert.All(_scored, set => Assert.Equal("mine", set.Name));
    }

    [Fact]
    public async Task A_person_sees_a_table_over_the_sets_and_one_of_risk_and_coverage()
    {
        var run = await RunAsync("eval", "--sets", "sets.json");

        Assert.Contains("2175 │ 0.980 │", run.Output, StringComparison.Ordinal);
        Assert.Contains("two: risk and coverage by threshold", run.Output, StringComparison.Ordinal);
        Assert.Contains("0.900 │ 0.020 │", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Risk_and_coverage_of_all_sets_stand_in_one_table()
    {
        var run = await RunAsync("eval", "--sets", "sets.json");

        Assert.Contains("0.900 / 0.020", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_explained_in_each_set_that_has_it()
    {
        _retrieval.Explain = (set, id) => set.Name == "two" && id == "q7" ? Explanation(set) : null;

        var run = await RunAsync("eval", "--sets", "sets.json", "--explain", "q7", "--json");

        Assert.Equal(0, run.ExitCode);
        var explanation = Assert.Single(run.Objects);
        Assert.Equal(
            ["set", "id", "threshold", "acrossLanguages", "answer", "intercept", "signals", "passages", "terms", "gold", "goldTerms"],
            explanation.EnumerateObject().Select(property => property.Name));
        Assert.Equal("""{"signal":"window","value":0.5,"weight":4,"contribution":2}""", explanation.GetProperty("signals")[0].GetRawText());
        Assert.Equal(2, explanation.GetProperty("gold").GetProperty("rank").GetInt32());
        Assert.Empty(_scored);
    }

    [Fact]
    public async Task A_person_sees_signals_passages_and_what_the_right_one_lacks()
    {
        _retrieval.Explain = (set, _) => Explanation(set);

        var run = await RunAsync("eval", "--sets", "sets.json", "--only", "one", "--explain", "q7");

        Assert.Contains("Right: p2 (rank 2)", run.Output, StringComparison.Ordinal);
        Assert.Contains("window │ 0.500 │  +4.00 │ +2.00", run.Output, StringComparison.Ordinal);
        Assert.Contains("p1 · A title · Some words", run.Output, StringComparison.Ordinal);
        Assert.Contains("Terms against the right passage, rank 2: p2", run.Output, StringComparison.Ordinal);
        Assert.Contains("– (nor any other)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_no_set_has_exits_with_3()
    {
        var run = await RunAsync("eval", "--sets", "sets.json", "--explain", "q9");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("no question q9 in one, two", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calibration_is_shown_and_its_table_written_where_asked()
    {
        var table = ConfidenceTableFile.ReadShipped();
        _retrieval.Calibrate = _ => new(table, [new("one", CalibrationScenario.HalfLeftOut, false, 60, 50, new(0.991, 0.96, 0.94), null)]);

        var person = await RunAsync("eval", "--sets", "sets.json", "--calibrate", "table.tsv");
        var json = await RunAsync("eval", "--sets", "sets.json", "--calibrate", "table.tsv", "--json");

        Assert.Equal((0, 0), (person.ExitCode, json.ExitCode));
        var written = await File.ReadAllTextAsync(Path.Combine(_folder.Path, "table.tsv"));
        Assert.Contains("# to one, two. Not to be edited by hand.", written, StringComparison.Ordinal);
        Assert.Equal(ConfidenceTableFile.Write(table, []), ConfidenceTableFile.Write(ConfidenceTableFile.Parse(written, "t"), []));
        Assert.Contains("0.991 │ 0.960 │   0.940", person.Output, StringComparison.Ordinal);
        Assert.Equal(0.991, Assert.Single(json.Objects).GetProperty("rows")[0].GetProperty("otherArticles").GetProperty("auc").GetDouble());
    }

    [Fact]
    public async Task A_calibration_that_fails_says_why_and_writes_nothing()
    {
        var run = await RunAsync("eval", "--sets", "sets.json", "--calibrate", "table.tsv");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("too few questions", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "table.tsv")));
    }

    [Theory]
    [InlineData("eval")]
    [InlineData("eval", "--sets", "sets.json", "--questions", "mine/questions.jsonl")]
    [InlineData("eval", "--questions", "mine/questions.jsonl")]
    [InlineData("eval", "--questions", "mine/questions.jsonl", "--passages", "passages.jsonl", "--documents", "seeds")]
    [InlineData("eval", "--questions", "mine/questions.jsonl", "--passages", "passages.jsonl", "--only", "x")]
    [InlineData("eval", "--sets", "sets.json", "--passages", "passages.jsonl")]
    [InlineData("eval", "--sets", "sets.json", "--only", "three")]
    [InlineData("eval", "--sets", "nowhere.json")]
    [InlineData("eval", "--sets", "sets.json", "--explain", "q1", "--calibrate", "table.tsv")]
    [InlineData("eval", "--explain", "q1")]
    [InlineData("eval", "--calibrate", "table.tsv")]
    [InlineData("eval", "--sets", "nowhere.json", "--calibrate", "table.tsv")]
    [InlineData("eval", "--questions", "nowhere.jsonl", "--passages", "passages.jsonl")]
    [InlineData("eval", "--questions", "mine/questions.jsonl", "--passages", "nowhere.jsonl")]
    [InlineData("eval", "--questions", "mine/questions.jsonl", "--documents", "nowhere")]
    [InlineData("ask")]
    [InlineData("clause")]
    [InlineData("sources", "--jsn")]
    [InlineData("check", "--documents")]
    [InlineData("check", "--documents", "")]
    [InlineData("nonsense")]
    public async Task Bad_usage_exits_with_2_and_a_sentence(params string[] args)
    {
        var run = await RunAsync(args);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.Empty(run.Output);
        Assert.Empty(_scored);
    }

    [Fact]
    public async Task A_set_that_cannot_be_read_fails_with_its_reason()
    {
        _retrieval.Score = _ => throw new InvalidDataException("questions.jsonl, line 3: no question");

        var run = await RunAsync("eval", "--sets", "sets.json", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 3", run.Error, StringComparison.Ordinal);
    }

    private static QuestionExplanation Explanation(QuestionSet set) => new()
    {
        Set = set,
        Question = new("q7", "How long?", ["p2"], null, []),
        Answer = FakeRetrieval.Grounded("Seven years. [1]", FakeRetrieval.Cite("7 years")),
        Threshold = 0.5,
        AcrossLanguages = false,
        Intercept = -4,
        Signals = [new(Signal.Window, 0.5, 4)],
        Passages = [new(1, "p1", "A title", "Some words", 1, 1, 0.5, IsTranslated: false, IsRight: false)],
        Terms = [new("long", "long", 1.5, 2, 1, 1, 0, IsKnown: true)],
        Gold = new(2, "p2", "Another", "Other words", 0.9, 0.9, 1, IsTranslated: false, IsRight: true),
        GoldTerms = [new("long", null, 1.5, 2, 0, 0, 0, IsKnown: false)],
    };

    private Task<CommandLineRun> RunAsync(params string[] args) => CommandLineRun.RunAsync(_folder, args, replace: _retrieval.Register);
}
