using System.Runtime.CompilerServices;
using Bot.Host.Settings;
using Bot.Host.Tests.Support;
using Bot.OpenAI.Simulator;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Models;

/// <summary>The command line over the seeds, with a model behind the simulated endpoint.</summary>
public sealed class ModelAnswersTests : IDisposable
{
    private const string Question = "客户资料要备份多少年？";
    private const string Quote = "用户的所有资料会被备份7年";
    private const string Good = $"用户的所有资料会被备份7年。[1]\n> [1] {Quote}\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_answer_comes_in_the_models_words_with_the_documents_quotes()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.Script(new ChatReply.Text(Good));
        Configure(simulator);

        var run = await AskAsync("--json");

        var answer = Assert.Single(run.Objects);
        Assert.Equal("用户的所有资料会被备份7年。 [1]", answer.GetProperty("text").GetString());
        Assert.StartsWith(Quote, answer.GetProperty("citations")[0].GetProperty("quote").GetString(), StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Explain_shows_what_became_of_each_sentence()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.Script(new ChatReply.Text(Good + $"用户的资料会被备份9年。[1]\n> [1] {Quote}\n"), new ChatReply.Text("NOT_IN_PASSAGES"));
        Configure(simulator);

        var run = await AskAsync("--explain");

        Assert.Contains("✓ 用户的所有资料会被备份7年。", run.Output, StringComparison.Ordinal);
        Assert.Contains("✗ 用户的资料会被备份9年。", run.Output, StringComparison.Ordinal);
        Assert.Contains("WrongNumber: 9年", run.Output, StringComparison.Ordinal);
        Assert.Contains("answer.v1", run.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string> Faults => ["401", "403", "404", "429", "500", "502", "503", "broken", "early", "garbled", "in middle", "page", "empty", "filter", "400 filter", "nonsense", "silence", "stalls", "hallucination", "closed"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_the_endpoint_does_there_is_an_answer_with_a_note_and_one_line_for_the_operator(string fault)
    {
        var simulator = await OpenAISimulator.StartAsync();
        await using var _ = simulator;
        simulator.Otherwise = fault switch
        {
            "broken" => new ChatReply.Broken(Good),
            "early" => new ChatReply.EndsEarly(Good),
            "garbled" => new ChatReply.Garbled(Good),
            "in middle" => new ChatReply.FailsInMiddle(Good),
            "page" => new ChatReply.WebPage(),
            "empty" => new ChatReply.Text(""),
            "filter" => new ChatReply.Text(Good) { FinishReason = "content_filter" },
            "400 filter" => new ChatReply.Status(400) { ErrorCode = "content_filter" },
            "nonsense" => new ChatReply.Text("blah blah blah [17] blah"),
            "silence" => new ChatReply.Silence(),
            "stalls" => new ChatReply.Stalls(Good),
            "hallucination" => new ChatReply.Text($"用户的所有资料会被备份70年。[1]\n> [1] {Quote}\n"),
            "429" => new ChatReply.Status(429) { RetryAfter = "60" },
            "closed" => new ChatReply.Text(""),
            _ => new ChatReply.Status(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
        };
        Configure(simulator, """, "FirstTokenSeconds": 0.5, "WholeAnswerSeconds": 1.5, "ModelApiKey": "sk-very-secret" """);
        if (fault == "closed")
        {
            await simulator.DisposeAsync();
        }

        var run = await AskAsync("--json");

        var answer = Assert.Single(run.Objects);
        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        Assert.Contains(Quote, answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("以上直接引自文件。", answer.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_that_the_container_has_are_used_in_place_of_the_configured_ones()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        Configure(simulator);
        using var chat = new ForeignChat(Good);
        using var embeddings = new ForeignEmbeddings();

        var run = await CommandLineRun.RunAsync(_folder, ["ask", Question, "--json", "--documents", Seeds], replace: services => services
            .AddSingleton<IChatClient>(chat)
            .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(embeddings));

        Assert.Equal("用户的所有资料会被备份7年。 [1]", Assert.Single(run.Objects).GetProperty("text").GetString());
        Assert.True(embeddings.Asked > 1);
        Assert.Empty(simulator.Requests);
    }

    [Fact]
    public async Task Embeddings_of_an_endpoint_are_kept_on_disk_between_runs()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        _folder.Write(BotHome.SettingsFile, $$"""{ "Bot": { "Embeddings": { "Provider": "OpenAI", "Model": "vectors", "Endpoint": "{{simulator.BaseAddress}}" } } }""");

        await AskAsync("--json");
        var first = simulator.Requests.Sum(request => request.Body.GetProperty("input").GetArrayLength());
        var run = await AskAsync("--json");

        Assert.Equal("answered", Assert.Single(run.Objects).GetProperty("outcome").GetString());
        Assert.Equal(first + 1, simulator.Requests.Sum(request => request.Body.GetProperty("input").GetArrayLength()));
    }

    private static string Seeds => Path.Combine(Repository.Root, "seeds");

    private void Configure(OpenAISimulator simulator, string more = "") => _folder.Write(
        BotHome.SettingsFile, $$"""{ "Bot": { "Answers": { "Model": "small", "ModelEndpoint": "{{simulator.BaseAddress}}"{{more}} } } }""");

    private Task<CommandLineRun> AskAsync(params string[] options) => CommandLineRun.RunAsync(_folder, ["ask", Question, "--documents", Seeds, .. options]);

    private sealed class ForeignChat(string text) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)));

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            // No usage, no finish reason: not every connector gives them.
            yield return new ChatResponseUpdate(ChatRole.Assistant, text);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
            // Nothing is held.
        }
    }

    private sealed class ForeignEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
    {
        public int Asked { get; private set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            var texts = values.ToList();
            Asked += texts.Count;
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(new float[] { 1, text.Length }))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
