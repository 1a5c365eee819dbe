using System.Text;
using Bot.Slack.Blocks;
using Bot.Slack.WebApi.Methods;

namespace Bot.Slack.WebApi.Streams;

internal sealed class GrowingMessage(MethodCaller caller, PostedMessage message, TimeProvider clock) : IGrowingMessage
{
    private static readonly SlackMethod Append = new("chat.appendStream", Repetition.Harmful, LimitedByChannel: true);

    // A stopped stream refuses a second stop, which then counts as done.
    private static readonly SlackMethod Stop = new("chat.stopStream", Repetition.Harmless, LimitedByChannel: true);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DisposeLimit = TimeSpan.FromSeconds(10);

    private readonly StringBuilder _gathered = new();
    private long? _sent;
    private bool _stopped;

    public PostedMessage Message { get; } = message;

    public async Task AppendAsync(string markdown, CancellationToken cancellationToken)
    {
        _gathered.Append(markdown);
        if (_sent is not { } sent || clock.GetElapsedTime(sent) >= Interval)
        {
            await SendAsync(cancellationToken);
        }
    }

    public async Task StopAsync(IReadOnlyList<Block> blocks, string answerId, CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        await EndAsync(blocks, MessageMetadata.Answer(answerId), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopped)
        {
            return;
        }
        using var limit = new CancellationTokenSource(DisposeLimit, clock);
        try
        {
            await EndAsync([], metadata: null, limit.Token);
        }
        catch (Exception ex) when (ex is SlackApiException or OperationCanceledException)
        {
            // The caller is leaving for a reason of its own, which matters more than this one.
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        while (_gathered.Length > 0)
        {
            var piece = Take();
            await caller.DoAsync(
                Append, new AppendStreamArguments(Message.Channel, Message.Ts, piece), SlackJson.Wire.AppendStreamArguments, Message.Channel, cancellationToken);
            _sent = clock.GetTimestamp();
        }
    }

    private string Take()
    {
        var length = Math.Min(_gathered.Length, BlockLimits.MarkdownText);
        length -= length < _gathered.Length && char.IsHighSurrogate(_gathered[length - 1]) ? 1 : 0;
        var piece = _gathered.ToString(0, length);
        _gathered.Remove(0, length);
        return piece;
    }

    private async Task EndAsync(IReadOnlyList<Block> blocks, MessageMetadata? metadata, CancellationToken cancellationToken)
    {
        try
        {
            await caller.DoAsync(
                Stop, new StopStreamArguments(Message.Channel, Message.Ts, MarkdownText: null, blocks.Count == 0 ? null : blocks, metadata),
                SlackJson.Wire.StopStreamArguments, Message.Channel, cancellationToken);
        }
        catch (SlackApiException failure) when (failure.Code == "message_not_in_streaming_state")
        {
            // Stopped already.
        }
        _stopped = true;
    }
}
