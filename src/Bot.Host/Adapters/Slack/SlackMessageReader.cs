using Bot.Host.Conversations;
using Bot.Host.Settings;
using Bot.Slack.Blocks;
using Bot.Slack.SocketMode.Payloads;
using Bot.Slack.WebApi;

namespace Bot.Host.Adapters.Slack;

/// <summary>Turns a Slack message into one for the bot, if it is.</summary>
/// <param name="self">The bot.</param>
/// <param name="settings">Who is answered, and where.</param>
internal sealed class SlackMessageReader(SlackIdentity self, SlackSettings settings)
{
    private const string SlackBot = "USLACKBOT";
    private const string DirectMessage = "im";

    /// <summary>Whether a person wrote it: no bot, not this one, and no notice of Slack's own such as an edit or a join.</summary>
    public bool IsFromPerson(MessageEvent message) =>
        message is { BotId: null, User: { } user, Channel: not null, Ts: not null }
        && message.Subtype is null or "file_share" or "thread_broadcast"
        && user != self.UserId
        && user != SlackBot;

    public static bool IsDirect(MessageEvent message) => message.ChannelType == DirectMessage || message.Channel?.StartsWith('D') == true;

    /// <summary>Whether it goes on in a thread without saying to whom.</summary>
    public bool IsFollowUp(MessageEvent message) =>
        message.ThreadTs is not null && (IncomingText.Mentions(message.Text ?? "", self.UserId) || !(message.Text ?? "").Contains("<@", StringComparison.Ordinal));

    /// <summary>Null where there is nothing to answer.</summary>
    /// <param name="message">Written by a person and meant for the bot.</param>
    /// <param name="isMention">The bot was called by name.</param>
    /// <param name="now">By the bot's clock.</param>
    public IncomingMessage? Read(MessageEvent message, bool isMention, DateTimeOffset now)
    {
        var text = IncomingText.Plain(message.Text ?? "", self.UserId);
        if (text.Length == 0 && !isMention)
        {
            // A picture is no question.
            return null;
        }
        var isDirect = IsDirect(message);
        var thread = Thread(message, isDirect);
        return new IncomingMessage
        {
            // Of a message that comes as two events, as a mention and as a message, one is answered.
            Event = SlackKeys.Event($"{self.TeamId}/{message.Channel}/{message.Ts}"),
            Conversation = SlackKeys.Thread(message.Channel!, thread),
            Author = message.User!,
            Request = RequestOf(message, text),
            Address = new SlackAddress
            {
                Way = SlackReplyWay.Post,
                Channel = message.Channel!,
                User = message.User!,
                Team = TeamOf(message) ?? self.TeamId,
                Thread = thread,
                Message = message.Ts,
                IsDirect = isDirect,
            }.Write(),
            ReceivedAt = now,
        };
    }

    /// <summary>Whether the person belongs to another organisation, and those aren't answered.</summary>
    public bool IsRefused(string? team) =>
        team is { Length: > 0 } && team != self.TeamId && settings.Outsiders.Equals(SlackSettings.Refuse, StringComparison.OrdinalIgnoreCase);

    private static string? TeamOf(MessageEvent message) => message.UserTeam ?? message.Team;

    private Request RequestOf(MessageEvent message, string text)
    {
        if (IsRefused(TeamOf(message)))
        {
            return new Request.Outside();
        }
        return text.Length > 0 ? new Request.Ask(text) : new Request.Help();
    }

    // In the agent view each message of a direct conversation begins a thread.
    private string? Thread(MessageEvent message, bool isDirect) =>
        isDirect && settings.View.Equals(SlackSettings.None, StringComparison.OrdinalIgnoreCase) ? message.ThreadTs : message.RootTs;
}
