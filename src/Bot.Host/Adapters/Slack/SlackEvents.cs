using Bot.Host.Conversations;
using Bot.Host.Settings;
using Bot.Host.Texts;
using Bot.Retrieval.Text;
using Bot.Slack.SocketMode;
using Bot.Slack.SocketMode.Payloads;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Adapters.Slack;

/// <summary>Takes what Slack delivers and hands over what is meant for the bot; returns once that is written down.</summary>
internal sealed partial class SlackEvents(
    ConversationHandler conversations, SlackPlatform platform, SlackConnection connection, SlackThreads threads, SlackCommandDesk commands,
    SlackReactions reactions, SlackHome home, SlackClausePicker picker, RunningWork work, IOptions<SlackSettings> settings, TimeProvider clock,
    ILogger<SlackEvents> logger) : IEnvelopeHandler
{
    public async ValueTask<EnvelopeReply> HandleAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        switch (PayloadReader.Read(envelope))
        {
            case SlackPayload.Mention(_, var mention):
                return await TakeAsync(mention, isMention: true, cancellationToken);
            case SlackPayload.Message(_, var message):
                return await TakeAsync(message, isMention: false, cancellationToken);
            case SlackPayload.Reaction(var context, var reaction):
                return await HandOverAsync(await reactions.ReadAsync(context, reaction, cancellationToken), cancellationToken);
            case SlackPayload.Command(var command):
                return await commands.TakeAsync(envelope, command, cancellationToken);
            case SlackPayload.Pressed(var pressed):
                return await HandOverAsync(await commands.ReadAsync(envelope, pressed, cancellationToken), cancellationToken);
            case SlackPayload.Submitted(var submitted):
                return await HandOverAsync(SlackInteractionReader.Read(envelope, submitted, clock.GetUtcNow()), cancellationToken);
            case SlackPayload.Suggest(var typed):
                return EnvelopeReply.Options(picker.For(typed.Value ?? ""));
            case var other:
                Note(other);
                return EnvelopeReply.Received;
        }
    }

    public EnvelopeReply WhenFull(Envelope envelope)
    {
        // An event comes again; a command doesn't, so its sender is told.
        if (envelope.Type != EnvelopeType.SlashCommands)
        {
            return EnvelopeReply.Withheld;
        }
        var language = PayloadReader.Read(envelope) is SlackPayload.Command { Arguments.Text: { Length: > 0 } text } ? LanguageDetector.Detect(text) : TextLanguage.English;
        return SlackCommandDesk.Say(ConversationTexts.Of(language).Busy);
    }

    // What isn't answered.
    private void Note(SlackPayload payload)
    {
        switch (payload)
        {
            case SlackPayload.AppHome(_, { Tab: "home", User: { } user }):
                work.Start(() => home.PublishAsync(user, CancellationToken.None));
                break;
            case SlackPayload.AppHome(_, { Tab: "messages", User: { } user, Channel: { } channel }) when Views(SlackSettings.Agent):
                work.Start(() => home.SuggestAsync(user, channel, thread: null, CancellationToken.None));
                break;
            case SlackPayload.AssistantOpened(_, { UserId: { } user, ChannelId: { } channel, ThreadTs: { } thread }) when Views(SlackSettings.Assistant):
                work.Start(() => home.SuggestAsync(user, channel, thread, CancellationToken.None));
                break;
            case SlackPayload.StreamStopped(_, { Channel: { } channel } stopped) when (stopped.MessageTs ?? stopped.Ts) is { } ts:
                platform.Stopped(new PostedMessage(channel, ts));
                break;
            case SlackPayload.Withdrawn(var team, var type) when team == connection.Self?.TeamId:
                connection.Withdraw(type == "tokens_revoked"
                    ? "The workspace withdrew the bot's token: install the app again and set its new Bot:Slack:BotToken."
                    : "The app was removed from the workspace: install it again and set its new Bot:Slack:BotToken.");
                break;
            case SlackPayload.EventsDropped:
                Log.EventsDropped(logger);
                break;
            case SlackPayload.Unreadable(var reason):
                Log.Unreadable(logger, reason);
                break;
        }
    }

    private bool Views(string view) => settings.Value.View.Equals(view, StringComparison.OrdinalIgnoreCase);

    private async Task<EnvelopeReply> TakeAsync(MessageEvent message, bool isMention, CancellationToken cancellationToken)
    {
        if (message is { Subtype: "message_deleted", Channel: { } channel, DeletedTs: { } deleted })
        {
            platform.Deleted(new PostedMessage(channel, deleted));
            return EnvelopeReply.Received;
        }
        if (connection.Self is not { } self)
        {
            return EnvelopeReply.Withheld;
        }
        var reader = new SlackMessageReader(self, settings.Value);
        var isForBot = reader.IsFromPerson(message)
            && (isMention || SlackMessageReader.IsDirect(message) || await IsFollowUpAsync(reader, message, cancellationToken));
        return await HandOverAsync(isForBot ? reader.Read(message, isMention, clock.GetUtcNow()) : null, cancellationToken);
    }

    private async ValueTask<bool> IsFollowUpAsync(SlackMessageReader reader, MessageEvent message, CancellationToken cancellationToken) =>
        reader.IsFollowUp(message) && await threads.IsJoinedAsync(SlackKeys.Thread(message.Channel!, message.ThreadTs), cancellationToken);

    private async Task<EnvelopeReply> HandOverAsync(IncomingMessage? message, CancellationToken cancellationToken)
    {
        if (message is null)
        {
            return EnvelopeReply.Received;
        }
        if (conversations.IsOverloaded)
        {
            // An event comes again.
            return EnvelopeReply.Withheld;
        }
        await conversations.ReceiveAsync(message, cancellationToken);
        return EnvelopeReply.Received;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Slack keeps events back for a minute, because there were too many")]
        public static partial void EventsDropped(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "Something of Slack's couldn't be read and was passed over: {Reason}")]
        public static partial void Unreadable(ILogger logger, string reason);
    }
}
