using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Bot.Retrieval.Answering.Generated;
using Microsoft.Extensions.AI;

namespace Bot.Host.Models;

/// <summary>Reads the server-sent events of a chat completion.</summary>
internal static class ChatStream
{
    private const string End = "[DONE]";

    /// <exception cref="ModelException">It breaks off, or isn't what the protocol says.</exception>
    public static async IAsyncEnumerable<ChatResponseUpdate> ReadAsync(
        ModelEndpoint endpoint, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isFinished = false;
        await using var events = SseParser.Create(stream).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(endpoint, events) is { } data)
        {
            if (data == End)
            {
                isFinished = true;
                break;
            }
            var update = Parse(endpoint, data);
            isFinished |= update.FinishReason is not null;
            yield return update;
        }
        if (!isFinished)
        {
            throw new ModelException(ModelFailure.CutOff, $"{endpoint.DisplayName} ended the stream in the middle");
        }
    }

    private static async Task<string?> NextAsync(ModelEndpoint endpoint, IAsyncEnumerator<SseItem<string>> events)
    {
        try
        {
            return await events.MoveNextAsync() ? events.Current.Data : null;
        }
        catch (IOException ex)
        {
            throw new ModelException(ModelFailure.CutOff, $"the connection to {endpoint.DisplayName} broke in the middle", ex);
        }
    }

    private static ChatResponseUpdate Parse(ModelEndpoint endpoint, string data)
    {
        try
        {
            var chunk = JsonElement.Parse(data);
            if (chunk.TryGetProperty("error", out var error))
            {
                throw EndpointErrors.InStream(endpoint, error);
            }
            return Parse(chunk);
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException)
        {
            throw new ModelException(ModelFailure.Malformed, $"{endpoint.DisplayName} sent an event that can't be read", ex);
        }
    }

    private static ChatResponseUpdate Parse(JsonElement chunk)
    {
        var update = new ChatResponseUpdate { Role = ChatRole.Assistant };
        if (chunk.TryGetProperty("choices", out var choices) && choices.GetArrayLength() > 0)
        {
            var choice = choices[0];
            if (choice.TryGetProperty("delta", out var delta) && Text(delta, "content") is { Length: > 0 } text)
            {
                update.Contents.Add(new TextContent(text));
            }
            update.FinishReason = Text(choice, "finish_reason") is { } reason ? new ChatFinishReason(reason) : null;
        }
        if (chunk.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
        {
            update.Contents.Add(new UsageContent(new UsageDetails { InputTokenCount = Count(usage, "prompt_tokens"), OutputTokenCount = Count(usage, "completion_tokens") }));
        }
        return update;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Count(JsonElement usage, string name) =>
        usage.TryGetProperty(name, out var value) && value.TryGetInt64(out var count) ? count : null;
}
