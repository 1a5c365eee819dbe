using Bot.Host.Settings;
using Bot.Host.Tests.Support;
using Bot.OpenAI.Simulator;

namespace Bot.Host.Tests.Models;

public sealed class EvalAnswersTests : IDisposable
{
    private const string Essay = "002_b2b2a75042cfee9b.txt";
    private const string Good = "用户的所有资料会被备份7年。[1]\n> [1] 用户的所有资料会被备份7年\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_answers_of_a_model_are_scored_with_their_tokens_and_cost()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.Script(new ChatReply.Text(Good), new ChatReply.Status(401));
        _folder.Write(BotHome.SettingsFile, $$"""{ "Bot": { "Answers": { "Model": "small", "ModelEndpoint": "{{simulator.BaseAddress}}", "InputPrice": 1000, "OutputPrice": 2000 } } }""");

        var score = Assert.Single((await EvalAsync()).Objects);

        Assert.Equal(3, score.GetProperty("questions").GetInt32());
        Assert.Equal(1, score.GetProperty("answered").GetDouble());
        Assert.Equal(1, score.GetProperty("refusedUnanswerable").GetDouble());
        Assert.Equal(0.5, score.GetProperty("fellBack").GetDouble());
        Assert.Equal(1, score.GetProperty("quoteValidity").GetDouble());
        Assert.Equal(1, score.GetProperty("answerInAnswer").GetDouble());
        Assert.InRange(score.GetProperty("citationPrecision").GetDouble(), 0.5, 1);
        Assert.InRange(score.GetProperty("citationRecall").GetDouble(), 0.5, 1);
        var (read, written) = (score.GetProperty("inputTokens").GetDouble(), score.GetProperty("outputTokens").GetDouble());
        Assert.True(read > 0 && written > 0);
        Assert.Equal(((read * 1000) + (written * 2000)) / 1_000_000, score.GetProperty("cost").GetDouble(), 0.001);
    }

    [Fact]
    public async Task Without_a_model_the_quotes_are_scored()
    {
        var score = Assert.Single((await EvalAsync()).Objects);

        Assert.Equal(0, score.GetProperty("fellBack").GetDouble());
        Assert.Equal(1, score.GetProperty("quoteValidity").GetDouble());
        Assert.Equal(0, score.GetProperty("cost").GetDouble());
    }

    [Fact]
    public async Task A_limit_without_answers_is_bad_usage()
    {
        var run = await CommandLineRun.RunAsync(_folder, ["eval", "--questions", "q.jsonl", "--documents", Path.Combine(Repository.Root, "seeds"), "--limit", "3"]);
        Assert.Equal(2, run.ExitCode);
    }

    private Task<CommandLineRun> EvalAsync()
    {
        var questions = _folder.Write("questions.jsonl", $$"""
            {"id":"1","question":"客户资料要备份多少年？","documents":["{{Essay}}"],"answers":["7年"]}
            {"id":"2","question":"谁把这个法案称为特洛伊木马？","documents":["{{Essay}}"],"answers":["Daniel Jeffries"]}
            {"id":"3","question":"红烧肉怎么做才好吃？","documents":[],"answers":[]}
            """);
        return CommandLineRun.RunAsync(_folder, ["eval", "--questions", questions, "--documents", Path.Combine(Repository.Root, "seeds"), "--answers", "--json"]);
    }
}
