using Bot.Host.Tests.Support;
using Bot.Retrieval.Evaluation;

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

    [Theory]
    [InlineData("eval")]
    [InlineData("eval", "--sets", "sets.json", "--questions", "mine/questions.jsonl")]
    [InlineData("eval", "--questions", "mine/questions.jsonl")]
    [InlineData("eval", "--questions", "mine/questions.jsonl", "--passages", "passages.jsonl", "--documents", "seeds")]
    [InlineData("eval", "--questions", "mine/questions.jsonl", "--passages", "passages.jsonl", "--only", "x")]
    [InlineData("eval", "--sets", "sets.json", "--passages", "passages.jsonl")]
    [InlineData("eval", "--sets", "sets.json", "--only", "three")]
    [InlineData("eval", "--sets", "nowhere.json")]
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

    private Task<CommandLineRun> RunAsync(params string[] args) => CommandLineRun.RunAsync(_folder, args, replace: _retrieval.Register);
}
