using Bot.Slack.WebApi.Methods;

namespace Bot.Slack.WebApi.Streams;

internal sealed class StreamMethods(MethodCaller caller, TimeProvider clock) : IStreams
{
    // What was appended twice would be read twice, so a failed call of these isn't repeated.
    private static readonly SlackMethod Start = new("chat.startStream", Repetition.Harmful, LimitedByChannel: true);

    public async Task<IGrowingMessage> StartAsync(string channel, string threadTs, StreamRecipient? recipient, CancellationToken cancellationToken)
    {
        var arguments = new StartStreamArguments(channel, threadTs, recipient?.UserId, recipient?.TeamId, MarkdownText: null, IsStoppable: true);
        var answer = await caller.CallAsync(
            Start, arguments, SlackJson.Wire.StartStreamArguments, SlackJson.Wire.PostAnswer, channel, cancellationToken);
        return answer.Ts is { } ts
            ? new GrowingMessage(caller, new PostedMessage(answer.Channel ?? channel, ts), clock)
            : throw new SlackApiException(Start.Name, SlackErrors.BadAnswer);
    }
}
