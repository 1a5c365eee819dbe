using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Retrieval.Answering.Generated;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Embeddings;
using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;

namespace Bot.Host.Models;

/// <summary>
/// Embeddings from any OpenAI-compatible endpoint: many texts a request, several requests at once, both as many as the
/// endpoint takes. Safe for concurrent use.
/// </summary>
internal sealed class OpenAIEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly ModelEndpoint _endpoint;
    private readonly ModelResilience _resilience;
    private readonly TimeProvider _clock;
    private readonly EmbeddingClient _client;
    private readonly AdaptiveLimit _batch;
    private readonly AdaptiveLimit _requests;
    private readonly EmbeddingGeneratorMetadata _metadata;
    private int _dimensions;

    /// <param name="endpoint">Where.</param>
    /// <param name="dimensions">Asked for and checked; 0 takes what the model gives, the same each time.</param>
    /// <param name="batch">Most texts in a request.</param>
    /// <param name="requests">Most requests at once.</param>
    /// <param name="resilience">Retries.</param>
    /// <param name="options">The package's.</param>
    /// <param name="clock">For dates in Retry-After.</param>
    public OpenAIEmbeddingGenerator(
        ModelEndpoint endpoint, int dimensions, int batch, int requests, ModelResilience resilience, OpenAIClientOptions options, TimeProvider clock)
    {
        (_endpoint, _resilience, _clock, _dimensions) = (endpoint, resilience, clock, dimensions);
        Requested = dimensions;
        _client = new EmbeddingClient(endpoint.Model, ModelClients.NoKey, options);
        (_batch, _requests) = (new(batch, grows: false), new(requests, grows: true));
        _metadata = new("openai", endpoint.Root, endpoint.Model, dimensions == 0 ? null : dimensions);
    }

    private int Requested { get; }

    /// <exception cref="ModelException">The endpoint failed, or gave vectors of another length than before.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var texts = values.ToArray();
        var vectors = new ReadOnlyMemory<float>[texts.Length];
        var next = 0;
        var running = new List<Task>();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            while (next < texts.Length || running.Count > 0)
            {
                while (next < texts.Length && running.Count < _requests.Current)
                {
                    var size = Math.Min(_batch.Current, texts.Length - next);
                    running.Add(EmbedAsync(texts.AsMemory(next, size), vectors.AsMemory(next, size), stopping.Token));
                    next += size;
                }
                var done = await Task.WhenAny(running);
                running.Remove(done);
                await done;
            }
        }
        catch
        {
            // None may go on writing into what nobody reads any more.
            await stopping.CancelAsync();
            await Task.WhenAll(running).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }
        return [.. vectors.Select(vector => new Embedding<float>(vector) { ModelId = _endpoint.Model })];
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    public void Dispose()
    {
        // The connections belong to the transport, which lives as long as the process.
    }

    private async Task EmbedAsync(ReadOnlyMemory<string> texts, Memory<ReadOnlyMemory<float>> vectors, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _resilience.RunAsync(token => SendAsync(texts, token), cancellationToken);
            Read(response, vectors.Span);
            _requests.Succeeded();
        }
        catch (ModelException ex) when (ex.Failure is ModelFailure.Rejected or ModelFailure.SlowStart && texts.Length > 1)
        {
            // Too many at once, or too long together: half of them may do.
            _batch.Refused(texts.Length);
            var half = texts.Length / 2;
            await EmbedAsync(texts[..half], vectors[..half], cancellationToken);
            await EmbedAsync(texts[half..], vectors[half..], cancellationToken);
        }
    }

    private async Task<PipelineResponse> SendAsync(ReadOnlyMemory<string> texts, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["model"] = _endpoint.Model,
            ["input"] = new JsonArray([.. texts.ToArray().Select(text => (JsonNode)text)]),
            ["encoding_format"] = "float",
        };
        if (Requested > 0)
        {
            body["dimensions"] = Requested;
        }
        using var content = BinaryContent.Create(BinaryData.FromString(body.ToJsonString()));
        PipelineResponse response;
        try
        {
            var result = await _client.GenerateEmbeddingsAsync(content, new RequestOptions { ErrorOptions = ClientErrorBehaviors.NoThrow, CancellationToken = cancellationToken });
            response = result.GetRawResponse();
        }
        catch (Exception ex) when (ex is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw EndpointErrors.Of(_endpoint, ex);
        }
        if (!response.IsError)
        {
            return response;
        }
        using (response)
        {
            var error = EndpointErrors.Of(_endpoint, response, _clock.GetUtcNow());
            if (error.Failure == ModelFailure.RateLimited)
            {
                _requests.Refused(_requests.Current);
            }
            throw error;
        }
    }

    private void Read(PipelineResponse response, Span<ReadOnlyMemory<float>> vectors)
    {
        try
        {
            var read = 0;
            var body = JsonElement.Parse(response.Content.ToMemory().Span);
            foreach (var item in body.GetProperty("data").EnumerateArray())
            {
                // The order isn't promised; the index is.
                vectors[item.TryGetProperty("index", out var index) ? index.GetInt32() : read] = Vector(item.GetProperty("embedding"));
                read++;
            }
            if (read != vectors.Length)
            {
                throw new ModelException(ModelFailure.Malformed, $"{_endpoint.DisplayName} gave {read} vectors for {vectors.Length} texts");
            }
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or FormatException)
        {
            throw new ModelException(ModelFailure.Malformed, $"{_endpoint.DisplayName} sent embeddings that can't be read", ex);
        }
    }

    private float[] Vector(JsonElement embedding)
    {
        var vector = new float[embedding.GetArrayLength()];
        var i = 0;
        foreach (var value in embedding.EnumerateArray())
        {
            vector[i++] = value.GetSingle();
        }
        var expected = Interlocked.CompareExchange(ref _dimensions, vector.Length, 0);
        return expected == 0 || expected == vector.Length
            ? vector
            : throw new ModelException(ModelFailure.Malformed, $"{_endpoint.DisplayName} gave a vector of {vector.Length} dimensions instead of {expected}");
    }
}
