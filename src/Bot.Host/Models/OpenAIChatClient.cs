using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Bot.Retrieval.Answering.Generated;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Bot.Host.Models;

/// <summary>
/// A chat model behind any OpenAI-compatible endpoint. The package's protocol methods are used: its typed ones refuse what
/// servers of other makers send. Safe for concurrent use.
/// </summary>
internal sealed class OpenAIChatClient : IChatClient
{
    private readonly ModelEndpoint _endpoint;
    private readonly ModelResilience _resilience;
    private readonly TimeProvider _clock;
    private readonly ChatClient _client;
    private readonly ChatClientMetadata _metadata;
    private ChatRequestShape _shape = ChatRequestShape.Common;

    public OpenAIChatClient(ModelEndpoint endpoint, ModelResilience resilience, OpenAIClientOptions options, TimeProvider clock)
    {
        (_endpoint, _resilience, _clock) = (endpoint, resilience, clock);
        _client = new ChatClient(endpoint.Model, ModelClients.NoKey, options);
        _metadata = new("openai", endpoint.Root, endpoint.Model);
    }

    /// <exception cref="ModelException">The endpoint failed.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var told = messages.ToList();
        using var response = await _resilience.RunAsync(token => OpenAsync(told, options, token, cancellationToken), cancellationToken);
        await foreach (var update in ChatStream.ReadAsync(_endpoint, response.ContentStream!, cancellationToken))
        {
            yield return update;
        }
    }

    /// <exception cref="ModelException">The endpoint failed.</exception>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    public void Dispose()
    {
        // The connections belong to the transport, which lives as long as the process.
    }

    // The stream outlives the try that opened it, so it is bound to the caller's token; a try that is given up is closed.
    private async Task<PipelineResponse> OpenAsync(List<ChatMessage> messages, ChatOptions? options, CancellationToken attempt, CancellationToken caller)
    {
        var opening = SendAsync(messages, options, caller);
        try
        {
            return await opening.WaitAsync(attempt);
        }
        catch (OperationCanceledException) when (!opening.IsCompleted)
        {
            _ = opening.ContinueWith(static late => late.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    private async Task<PipelineResponse> SendAsync(List<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        while (true)
        {
            var shape = _shape;
            var response = await SendAsync(Body(shape, messages, options), cancellationToken);
            if (!response.IsError)
            {
                return response;
            }
            using (response)
            {
                await response.BufferContentAsync(cancellationToken);
                if (response.Status != 400 || shape.Without(EndpointErrors.Parameter(response)) is not { } other)
                {
                    throw EndpointErrors.Of(_endpoint, response, _clock.GetUtcNow());
                }
                _shape = other;
            }
        }
    }

    private async Task<PipelineResponse> SendAsync(JsonObject body, CancellationToken cancellationToken)
    {
        using var content = BinaryContent.Create(BinaryData.FromString(body.ToJsonString()));
        try
        {
            var result = await _client.CompleteChatAsync(
                content, new RequestOptions { BufferResponse = false, ErrorOptions = ClientErrorBehaviors.NoThrow, CancellationToken = cancellationToken });
            return result.GetRawResponse();
        }
        catch (Exception ex) when (ex is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw EndpointErrors.Of(_endpoint, ex);
        }
    }

    private JsonObject Body(ChatRequestShape shape, List<ChatMessage> messages, ChatOptions? options)
    {
        var body = new JsonObject
        {
            ["model"] = options?.ModelId ?? _endpoint.Model,
            ["messages"] = new JsonArray([.. messages.Select(message => new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text })]),
            ["stream"] = true,
        };
        if (shape.Usage)
        {
            body["stream_options"] = new JsonObject { ["include_usage"] = true };
        }
        if (shape.Temperature && options?.Temperature is { } temperature)
        {
            body["temperature"] = temperature;
        }
        if (options?.MaxOutputTokens is { } limit)
        {
            body[shape.TokenLimit] = limit;
        }
        return body;
    }
}
