using Bot.OpenAI.Simulator;
using Bot.Retrieval.Answering.Generated;
using Microsoft.Extensions.AI;

namespace Bot.Host.Tests.Models;

public sealed class OpenAIEmbeddingGeneratorTests
{
    private static readonly string[] Texts = [.. Enumerable.Range(0, 100).Select(number => $"text number {number}")];

    [Fact]
    public async Task Many_texts_go_in_batches_several_at_once_and_come_back_in_their_order()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        using var host = new ModelHost(simulator, null, ("Bot:Embeddings:BatchSize", "10"), ("Bot:Embeddings:Concurrency", "3"));

        var vectors = await host.Embeddings.GenerateAsync(Texts, null, CancellationToken.None);
        var one = await host.Embeddings.GenerateAsync([Texts[57]], null, CancellationToken.None);

        Assert.Equal(100, vectors.Count);
        Assert.Equal(one[0].Vector.ToArray(), vectors[57].Vector.ToArray());
        Assert.Equal(11, simulator.Requests.Count);
        Assert.InRange(simulator.MostEmbeddingsAtOnce, 1, 3);
    }

    [Fact]
    public async Task A_batch_that_is_too_big_is_halved_and_the_next_ones_start_smaller()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.MostInputs = 8;
        using var host = new ModelHost(simulator, null, ("Bot:Embeddings:BatchSize", "32"), ("Bot:Embeddings:Concurrency", "1"));

        Assert.Equal(100, (await host.Embeddings.GenerateAsync(Texts, null, CancellationToken.None)).Count);

        Assert.Equal(3, simulator.Requests.Count(request => request.Body.GetProperty("input").GetArrayLength() > 8));
    }

    [Fact]
    public async Task Too_many_requests_are_waited_for_and_made_fewer()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.FailEmbeddings(new ChatReply.Status(429) { RetryAfter = "0" }, new ChatReply.Status(503));
        using var host = new ModelHost(simulator, null, ("Bot:Embeddings:BatchSize", "50"));

        Assert.Equal(100, (await host.Embeddings.GenerateAsync(Texts, null, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Dimensions_are_asked_for_and_checked()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        using var host = new ModelHost(simulator, null, ("Bot:Embeddings:Dimensions", "24"));
        Assert.Equal(24, (await host.Embeddings.GenerateAsync(["a"], null, CancellationToken.None))[0].Vector.Length);
        Assert.Equal(24, simulator.Requests[0].Body.GetProperty("dimensions").GetInt32());

        simulator.Dimensions = 25;
        var failure = await Assert.ThrowsAsync<ModelException>(() => host.Embeddings.GenerateAsync(["a"], null, CancellationToken.None));
        Assert.Contains("25 dimensions instead of 24", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_whose_vectors_change_their_length_is_not_believed()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        using var host = new ModelHost(simulator);
        await host.Embeddings.GenerateAsync(["a"], null, CancellationToken.None);

        simulator.Dimensions = 3;

        await Assert.ThrowsAsync<ModelException>(() => host.Embeddings.GenerateAsync(["a"], null, CancellationToken.None));
    }

    [Theory]
    [InlineData(401, ModelFailure.Unauthorized)]
    [InlineData(404, ModelFailure.Rejected)]
    public async Task A_lasting_fault_is_not_tried_again(int status, ModelFailure expected)
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        simulator.FailEmbeddings(new ChatReply.Status(status));
        using var host = new ModelHost(simulator);

        Assert.Equal(expected, (await Assert.ThrowsAsync<ModelException>(() => host.Embeddings.GenerateAsync(["a"], null, CancellationToken.None))).Failure);
        Assert.Single(simulator.Requests);
    }

    [Fact]
    public async Task It_says_which_model_it_is()
    {
        await using var simulator = await OpenAISimulator.StartAsync();
        using var host = new ModelHost(simulator, null, ("Bot:Embeddings:Dimensions", "24"));

        var metadata = host.Embeddings.GetService<EmbeddingGeneratorMetadata>();

        Assert.Equal(("vectors", 24), (metadata?.DefaultModelId, metadata?.DefaultModelDimensions));
    }

    [Fact]
    public void A_limit_halves_when_refused_and_grows_with_success()
    {
        var limit = new Bot.Host.Models.AdaptiveLimit(16, grows: true);
        limit.Refused(16);
        limit.Refused(16);
        Assert.Equal(8, limit.Current);
        for (var i = 0; i < 100; i++)
        {
            limit.Succeeded();
        }
        Assert.Equal(16, limit.Current);
        limit.Refused(1);
        Assert.Equal(1, limit.Current);
    }
}
