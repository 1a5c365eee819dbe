using Bot.OpenAI.Simulator;
using Bot.Retrieval.Answering.Generated;
using Bot.Testing;
using Microsoft.Extensions.AI;

namespace Bot.Host.Tests.Models;

public sealed class OpenAIChatClientTests
{
    [Fact]
    public async Task An_answer_streams_with_its_tokens_counted()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.Script(new ChatReply.Text("The ferry leaves at nine. 渡轮九点开。"));
        using var host = new ModelHost(simulator);

        var updates = await host.Chat.GetStreamingResponseAsync([new(ChatRole.User, "When?")], null, CancellationToken.None).ToListAsync();

        Assert.True(updates.Count > 3);
        var response = updates.ToChatResponse();
        Assert.Equal("The ferry leaves at nine. 渡轮九点开。", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.True(response.Usage is { InputTokenCount: > 0, OutputTokenCount: > 0 });
    }

    [Fact]
    public async Task The_request_says_what_was_asked_for()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.Key = "sk-test";
        using var host = new ModelHost(simulator, null, ("Bot:Answers:ModelApiKey", "sk-test"));

        await host.AskAsync();

        var request = Assert.Single(simulator.Requests);
        Assert.Equal(("/v1/chat/completions", "Bearer sk-test", ""), (request.Path, request.Authorization, request.ApiKey));
        Assert.Equal("small", request.Body.GetProperty("model").GetString());
        Assert.Equal(50, request.Body.GetProperty("max_tokens").GetInt32());
        Assert.Equal(["system", "user"], request.Body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()));
        Assert.False(request.Body.TryGetProperty("tools", out _));
    }

    [Fact]
    public async Task An_endpoint_without_a_key_gets_none()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        using var host = new ModelHost(simulator);

        await host.AskAsync();

        Assert.Equal("", simulator.Requests[0].Authorization);
    }

    [Fact]
    public async Task Azure_gets_its_path_its_version_and_its_header()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.Key = "azure-key";
        using var host = new ModelHost(simulator, null,
            ("Bot:Answers:ModelProvider", "AzureOpenAI"), ("Bot:Answers:ModelEndpoint", simulator.Origin.AbsoluteUri), ("Bot:Answers:ModelApiKey", "azure-key"), ("Bot:Answers:ModelApiVersion", "2024-10-21"));

        Assert.Equal("ok", (await host.AskAsync()).Text);

        var request = Assert.Single(simulator.Requests);
        Assert.Equal(("/openai/deployments/small/chat/completions?api-version=2024-10-21", "", "azure-key"), (request.Path, request.Authorization, request.ApiKey));
    }

    [Fact]
    public async Task What_an_endpoint_refuses_is_left_out_from_then_on()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.RefusedParameters = ["max_tokens", "temperature", "stream_options"];
        using var host = new ModelHost(simulator);

        await host.AskAsync();
        await host.AskAsync();

        Assert.Equal(5, simulator.Requests.Count);
        Assert.Equal(50, simulator.Requests[^1].Body.GetProperty("max_completion_tokens").GetInt32());
    }

    public static TheoryData<string, ModelFailure> Faults => new()
    {
        { "401", ModelFailure.Unauthorized }, { "404", ModelFailure.Rejected }, { "400 filter", ModelFailure.Filtered }, { "500", ModelFailure.Unavailable }, { "503", ModelFailure.Unavailable },
        { "early", ModelFailure.CutOff }, { "garbled", ModelFailure.Malformed }, { "in middle", ModelFailure.Unavailable }, { "page", ModelFailure.CutOff },
        { "429 long", ModelFailure.RateLimited },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_fault_of_an_endpoint_is_told_apart(string fault, ModelFailure expected)
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.Otherwise = fault switch
        {
            "400 filter" => new ChatReply.Status(400) { ErrorCode = "content_filter" },
            "429 long" => new ChatReply.Status(429) { RetryAfter = "120" },
            "early" => new ChatReply.EndsEarly("The ferry leaves"),
            "garbled" => new ChatReply.Garbled("The ferry leaves"),
            "in middle" => new ChatReply.FailsInMiddle("The ferry leaves"),
            "page" => new ChatReply.WebPage(),
            _ => new ChatReply.Status(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
        };
        using var host = new ModelHost(simulator, null, ("Bot:Answers:ModelApiKey", "sk-secret-key"));

        var failure = await Assert.ThrowsAsync<ModelException>(() => host.AskAsync());

        Assert.Equal(expected, failure.Failure);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_told_whether_words_had_come_or_not()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.Otherwise = new ChatReply.Broken("The ferry leaves");
        using var host = new ModelHost(simulator);

        // What the client had read when the connection was reset is a matter of luck.
        Assert.Contains((await Assert.ThrowsAsync<ModelException>(() => host.AskAsync())).Failure, new[] { ModelFailure.CutOff, ModelFailure.Unavailable });
    }

    [Fact]
    public async Task A_passing_fault_is_tried_again()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.Script(new ChatReply.Status(503), new ChatReply.Status(429) { RetryAfter = "0" });
        using var host = new ModelHost(simulator);

        Assert.Equal("ok", (await host.AskAsync()).Text);
        Assert.Equal(3, simulator.Requests.Count);
    }

    [Fact]
    public async Task A_wait_that_the_endpoint_asks_for_is_waited()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.Script(new ChatReply.Status(429) { RetryAfter = "1" });
        using var host = new ModelHost(simulator);
        var started = TimeProvider.System.GetTimestamp();

        await host.AskAsync();

        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromSeconds(0.99));
    }

    [Fact]
    public async Task An_endpoint_that_keeps_failing_is_left_alone_for_a_while()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.Otherwise = new ChatReply.Status(401);
        var clock = new ManualTimeProvider();
        using var host = new ModelHost(simulator, clock);
        for (var i = 0; i < 4; i++)
        {
            await Assert.ThrowsAsync<ModelException>(() => host.AskAsync());
        }

        var open = await Assert.ThrowsAsync<ModelException>(() => host.AskAsync());
        Assert.Equal((ModelFailure.CircuitOpen, 4), (open.Failure, simulator.Requests.Count));

        simulator.Otherwise = new ChatReply.Text("back");
        clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("back", (await host.AskAsync()).Text);
    }

    [Fact]
    public async Task Nobody_there_is_told_as_unavailable()
    {
        var simulator = await OpenAISimulator.StartAsync();
        using var host = new ModelHost(simulator);
        await simulator.DisposeAsync();

        Assert.Equal(ModelFailure.Unavailable, (await Assert.ThrowsAsync<ModelException>(() => host.AskAsync())).Failure);
    }

    [Fact]
    public async Task Cancelling_ends_a_stream_at_once()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.Otherwise = new ChatReply.Stalls("The ferry");
        using var host = new ModelHost(simulator);
        using var cancelling = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in host.Chat.GetStreamingResponseAsync([new(ChatRole.User, "When?")], null, cancelling.Token))
            {
                if (update.Text.Length > 0)
                {
                    await cancelling.CancelAsync();
                }
            }
        });
    }
}
