using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Bot.Retrieval.Tests.Answering.Generated;

/// <summary>A chat model whose answers a test writes by hand; remembers what it was told.</summary>
internal sealed class ScriptedChatClient(params Func<IReadOnlyList<ChatMessage>, IAsyncEnumerable<ChatResponseUpdate>>[] turns) : IChatClient
{
    private int _turn;

    public ScriptedChatClient(params string[] answers)
        : this([.. answers.Select(Says)])
    {
    }

    public List<IReadOnlyList<ChatMessage>> Told { get; } = [];

    /// <summary>Streams a text in small pieces, ends it as models do, and counts tokens.</summary>
    public static Func<IReadOnlyList<ChatMessage>, IAsyncEnumerable<ChatResponseUpdate>> Says(string text) => _ => PiecesAsync(text, ChatFinishReason.Stop);

    public static async IAsyncEnumerable<ChatResponseUpdate> PiecesAsync(string text, ChatFinishReason? finish)
    {
        for (var i = 0; i < text.Length; i += 7)
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, text.Substring(i, Math.Min(7, text.Length - i)));
        }
        yield return new ChatResponseUpdate { FinishReason = finish, Contents = [new UsageContent(new UsageDetails { InputTokenCount = 100, OutputTokenCount = 10 })] };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Told.Add([.. messages]);
        // The last turn goes on: a repair gets the same again.
        var turn = turns[Math.Min(_turn++, turns.Length - 1)];
        await foreach (var update in turn(Told[^1]).WithCancellation(cancellationToken))
        {
            yield return update;
        }
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted", null, "scripted-1") : null;

    public void Dispose()
    {
        // Nothing is held.
    }
}
