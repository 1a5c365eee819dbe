using Bot.Host.Conversations;
using Bot.Retrieval.Text;
using Bot.Slack.SocketMode;
using Bot.Slack.SocketMode.Payloads;

namespace Bot.Host.Adapters.Slack;

/// <summary>Turns commands, presses and submitted forms into messages for the bot. These come once: the envelope names them.</summary>
internal static class SlackInteractionReader
{
    /// <summary>Null for a command that the bot doesn't know.</summary>
    public static IncomingMessage? Read(Envelope envelope, SlashCommand command, bool isAdmin, TextLanguage? language, DateTimeOffset now)
    {
        var text = command.Text?.Trim() ?? "";
        Request? request = command.Command switch
        {
            SlackCommands.Ask => text.Length == 0 ? new Request.Help() : new Request.Ask(text),
            SlackCommands.Clause => new Request.Clause(text),
            SlackCommands.Sources => new Request.Sources(),
            SlackCommands.Help => new Request.Help(),
            SlackCommands.Reload => new Request.Reload(),
            SlackCommands.Status => new Request.Status(),
            _ => null,
        };
        return request is null || command is not { ChannelId: { } channel, UserId: { } user }
            ? null
            : Message(envelope, request, channel, user, now) with
            {
                IsAdmin = isAdmin,
                Language = request is Request.Ask or Request.Clause ? null : language,
                Address = new SlackAddress
                {
                    Way = SlackReplyWay.Command,
                    Channel = channel,
                    User = user,
                    Team = command.TeamId,
                    ResponseUrl = command.ResponseUrl,
                    Trigger = command.TriggerId,
                }.Write(),
            };
    }

    /// <summary>Null for a press that isn't answered.</summary>
    public static IncomingMessage? Read(Envelope envelope, Interaction pressed, TextLanguage? language, DateTimeOffset now)
    {
        if (pressed is not { Actions: [{ } action, ..], User.Id: { } user }
            || (pressed.Channel?.Id ?? pressed.Container?.ChannelId) is not { } channel
            || SlackActionIds.Read(action.ActionId, action.Value) is not { } request)
        {
            return null;
        }
        var way = request switch
        {
            Request.ShowPassage => SlackReplyWay.Modal,
            Request.Rate => SlackReplyWay.Press,
            _ => SlackReplyWay.Share,
        };
        return Message(envelope, request, channel, user, now) with
        {
            // Sharing is no new turn of the conversation.
            Conversation = way == SlackReplyWay.Share ? new(SlackKeys.Platform, envelope.Id) : SlackKeys.Person(channel, user),
            Language = way == SlackReplyWay.Share ? null : language,
            Address = new SlackAddress
            {
                Way = way,
                Channel = channel,
                User = user,
                Team = pressed.User.TeamId ?? pressed.Team?.Id,
                Thread = pressed.Message?.ThreadTs,
                ResponseUrl = pressed.ResponseUrl,
                Trigger = pressed.TriggerId,
            }.Write(),
        };
    }

    /// <summary>The clause that was picked, answered where the command for the picker was given.</summary>
    public static IncomingMessage? Read(Envelope envelope, Interaction submitted, DateTimeOffset now)
    {
        if (submitted is not { User.Id: { } user, View: { CallbackId: SlackActionIds.ClauseView, PrivateMetadata: { Length: > 0 } origin } view }
            || view.State?.Of(SlackActionIds.ClauseBlock, SlackActionIds.ClausePicker) is not { Length: > 0 } clause)
        {
            return null;
        }
        var address = SlackAddress.Read(origin);
        return Message(envelope, new Request.Clause(clause), address.Channel, user, now) with { Address = origin };
    }

    private static IncomingMessage Message(Envelope envelope, Request request, string channel, string user, DateTimeOffset now) => new()
    {
        Event = SlackKeys.Event(envelope.Id),
        Conversation = SlackKeys.Person(channel, user),
        Author = user,
        Request = request,
        IsAwaited = true,
        Address = "",
        ReceivedAt = now,
    };
}
