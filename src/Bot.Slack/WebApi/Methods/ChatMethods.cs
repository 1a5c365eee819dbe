using Bot.Slack.Blocks;

namespace Bot.Slack.WebApi.Methods;

/// <summary>Posts and edits messages.</summary>
internal sealed class ChatMethods(MethodCaller caller, ConversationMethods conversations, SlackClientOptions options, TimeProvider clock, Func<double> jitter) : IChat
{
    private static readonly SlackMethod Post = new("chat.postMessage", Repetition.Harmful, LimitedByChannel: true);
    private static readonly SlackMethod Update = new("chat.update", Repetition.Harmless, LimitedByChannel: true);
    private static readonly SlackMethod Delete = new("chat.delete", Repetition.Harmless, LimitedByChannel: true);
    private static readonly SlackMethod Ephemeral = new("chat.postEphemeral", Repetition.Harmful, LimitedByChannel: true);

    public async Task<PostedMessage> PostAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await PostOnceAsync(message, cancellationToken);
            }
            catch (SlackApiException failure) when (failure.IsTransient && !SlackErrors.IsRateLimit(failure.Code) && failures < options.CallAttempts)
            {
                await Task.Delay(CallRules.Backoff(options.CallBackoff, failures, jitter()), clock, cancellationToken);
            }
            if (await conversations.FindAsync(message.Channel, message.ThreadTs, message.AnswerId, cancellationToken) is { } posted)
            {
                return posted;
            }
        }
    }

    public Task UpdateAsync(PostedMessage message, string text, IReadOnlyList<Block> blocks, string answerId, CancellationToken cancellationToken) =>
        caller.DoAsync(
            Update,
            new UpdateArguments(message.Channel, message.Ts, text, blocks, MessageMetadata.Answer(answerId)),
            SlackJson.Wire.UpdateArguments, message.Channel, cancellationToken);

    public async Task DeleteAsync(PostedMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await caller.DoAsync(Delete, new MessageArguments(message.Channel, message.Ts), SlackJson.Wire.MessageArguments, message.Channel, cancellationToken);
        }
        catch (SlackApiException failure) when (failure.Code == "message_not_found")
        {
            // Gone already, which is what was wanted.
        }
    }

    public Task PostEphemeralAsync(
        string channel, string user, string text, IReadOnlyList<Block> blocks, string? threadTs, CancellationToken cancellationToken) =>
        caller.DoAsync(
            Ephemeral, new EphemeralArguments(channel, user, text, blocks, threadTs), SlackJson.Wire.EphemeralArguments, channel, cancellationToken);

    private async Task<PostedMessage> PostOnceAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var arguments = new PostArguments(message.Channel, message.Text, message.Blocks, message.ThreadTs, MessageMetadata.Answer(message.AnswerId));
        var answer = await caller.CallAsync(
            Post, arguments, SlackJson.Wire.PostArguments, SlackJson.Wire.PostAnswer, message.Channel, cancellationToken);
        return answer.Ts is { } ts
            ? new PostedMessage(answer.Channel ?? message.Channel, ts)
            : throw new SlackApiException(Post.Name, SlackErrors.BadAnswer);
    }
}
