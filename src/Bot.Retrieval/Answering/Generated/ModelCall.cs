using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>Calls a chat model for one answer, within one budget of time, and turns whatever goes wrong into <see cref="ModelException"/>.</summary>
internal sealed class ModelCall(IChatClient client, AnswerModelOptions options, TimeProvider clock, CancellationToken cancellationToken) : IDisposable
{
    private readonly CancellationTokenSource _whole = new(options.Whole, clock);

    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    /// <summary>Streams one response.</summary>
    /// <param name="messages">What the model is told.</param>
    /// <param name="take">Gets the text as it comes.</param>
    /// <returns>Whether the model was stopped in the middle because it wrote too much.</returns>
    /// <exception cref="ModelException">The model gave nothing that can be used.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<bool> StreamAsync(IEnumerable<ChatMessage> messages, Action<string> take)
    {
        using var first = new CancellationTokenSource(options.FirstToken, clock);
        using var token = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _whole.Token, first.Token);
        var settings = new ChatOptions { Temperature = 0, MaxOutputTokens = options.MaximumOutputTokens };
        var length = 0L;
        ChatFinishReason? finish = null;
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(messages, settings, token.Token))
            {
                Count(update);
                finish = update.FinishReason ?? finish;
                if (update.Text is { Length: > 0 } text)
                {
                    first.CancelAfter(Timeout.InfiniteTimeSpan);
                    length += text.Length;
                    take(text);
                }
            }
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure(ex, isLate: _whole.IsCancellationRequested, isSlow: first.IsCancellationRequested);
        }
        if (finish == ChatFinishReason.ContentFilter)
        {
            throw new ModelException(ModelFailure.Filtered, "the endpoint's content filter stopped the answer");
        }
        return length == 0
            ? throw new ModelException(ModelFailure.Empty, "the model wrote nothing")
            : finish == ChatFinishReason.Length;
    }

    public void Dispose() => _whole.Dispose();

    private void Count(ChatResponseUpdate update)
    {
        foreach (var usage in update.Contents.OfType<UsageContent>())
        {
            InputTokens += usage.Details.InputTokenCount ?? 0;
            OutputTokens += usage.Details.OutputTokenCount ?? 0;
        }
    }

    private ModelException Failure(Exception exception, bool isLate, bool isSlow) => exception switch
    {
        ModelException known => known,
        _ when isLate => new(ModelFailure.SlowFinish, $"the answer wasn't complete after {options.Whole.TotalSeconds:0.#} s", exception),
        _ when isSlow => new(ModelFailure.SlowStart, $"nothing came for {options.FirstToken.TotalSeconds:0.#} s", exception),
        HttpRequestException or IOException or TimeoutException or OperationCanceledException => new(ModelFailure.Unavailable, exception.Message, exception),
        JsonException or FormatException => new(ModelFailure.Malformed, $"the response can't be read ({exception.GetType().Name})", exception),
        // What another client throws may quote what people wrote.
        _ => new(ModelFailure.Malformed, $"the client failed with {exception.GetType().Name}", exception),
    };
}
