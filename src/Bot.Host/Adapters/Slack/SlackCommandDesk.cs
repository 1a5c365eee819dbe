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

/// <summary>Takes slash commands and presses: who gives them, in what language, and whether they may.</summary>
internal sealed partial class SlackCommandDesk(
    ConversationHandler conversations, SlackMembers members, SlackConnection connection, SlackModals modals, RunningWork work,
    IOptions<SlackSettings> settings, TimeProvider clock, ILogger<SlackCommandDesk> logger)
{
    /// <summary>Answers a command at once, for its sender alone.</summary>
    public static EnvelopeReply Say(string text) => EnvelopeReply.Message(ResponseMessage.Ephemeral(text, blocks: null));

    public async Task<EnvelopeReply> TakeAsync(Envelope envelope, SlashCommand command, CancellationToken cancellationToken)
    {
        if (command is not { UserId: { } user, ChannelId: not null } || connection.Self is not { } self)
        {
            return EnvelopeReply.Withheld;
        }
        var language = command.Text is { Length: > 0 } text ? LanguageDetector.Detect(text) : await members.LanguageAsync(user, cancellationToken);
        var texts = ConversationTexts.Of(language ?? TextLanguage.English);
        var isAdmin = command.Command is SlackCommands.Reload or SlackCommands.Status ? await members.IsAdminAsync(user, cancellationToken) : false;
        if (isAdmin is null)
        {
            return Say(texts.Failed);
        }
        if (SlackInteractionReader.Read(envelope, command, isAdmin.Value, language, clock.GetUtcNow()) is not { } message)
        {
            return Say(texts.Help);
        }
        if (new SlackMessageReader(self, settings.Value).IsRefused(command.TeamId))
        {
            return Say(texts.Outside);
        }
        if (conversations.IsOverloaded)
        {
            return Say(texts.Busy);
        }
        if (message.Request is Request.Clause { Reference: "" })
        {
            work.Start(() => PickAsync(SlackAddress.Read(message.Address), language ?? TextLanguage.English));
            return EnvelopeReply.Received;
        }
        await conversations.ReceiveAsync(message, cancellationToken);
        return EnvelopeReply.Received;
    }

    /// <summary>The message that a press stands for, or null.</summary>
    public async Task<IncomingMessage?> ReadAsync(Envelope envelope, Interaction pressed, CancellationToken cancellationToken)
    {
        var language = pressed.User?.Id is { } user ? await members.LanguageAsync(user, cancellationToken) : null;
        return SlackInteractionReader.Read(envelope, pressed, language, clock.GetUtcNow());
    }

    private async Task PickAsync(SlackAddress origin, TextLanguage language)
    {
        try
        {
            await modals.OpenPickerAsync(origin, language, CancellationToken.None);
        }
        catch (SlackApiException ex)
        {
            // Who sees no picker gives the command again.
            Log.NotPicked(logger, ex.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The clause picker couldn't be opened: {Reason}")]
        public static partial void NotPicked(ILogger logger, string reason);
    }
}
