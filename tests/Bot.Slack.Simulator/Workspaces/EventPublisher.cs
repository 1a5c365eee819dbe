using System.Text.Json.Nodes;
using Bot.Slack.Simulator.SocketMode;

namespace Bot.Slack.Simulator.Workspaces;

/// <summary>Makes events of what happens and delivers those that the app is subscribed to. Runs under the core's gate.</summary>
internal sealed class EventPublisher(SimulatorCore core)
{
    public IReadOnlyList<Delivery> MessagePosted(SlackMessage message)
    {
        var body = EventBody(message);
        var deliveries = new List<Delivery>();
        if (core.Options.Subscriptions.Contains(Subscription(message.Channel)))
        {
            deliveries.Add(Publish(message.Channel.Workspace, body, message.Channel));
        }
        if (MentionsBot(message))
        {
            var mention = EventBody(message);
            mention["type"] = "app_mention";
            mention.Remove("channel_type");
            deliveries.Add(Publish(message.Channel.Workspace, mention, message.Channel));
        }
        return deliveries;
    }

    public IReadOnlyList<Delivery> MessageChanged(SlackMessage message, JsonObject before) => PublishHidden(message, new()
    {
        ["type"] = "message",
        ["subtype"] = "message_changed",
        ["hidden"] = true,
        ["message"] = MessageJson.Of(message),
        ["previous_message"] = before,
    });

    public IReadOnlyList<Delivery> MessageDeleted(SlackMessage message) => PublishHidden(message, new()
    {
        ["type"] = "message",
        ["subtype"] = "message_deleted",
        ["hidden"] = true,
        ["deleted_ts"] = message.Ts,
        ["previous_message"] = MessageJson.Of(message),
    });

    /// <summary>Delivers an event when the app is subscribed to its type.</summary>
    public Delivery? PublishIfSubscribed(SlackWorkspace workspace, JsonObject body, SlackChannel? channel = null) =>
        core.Options.Subscriptions.Contains(body.Text("type")!) ? Publish(workspace, body, channel) : null;

    /// <summary>Delivers an event whatever the subscriptions.</summary>
    public Delivery Publish(SlackWorkspace workspace, JsonObject body, SlackChannel? channel = null)
    {
        var now = core.Clock.GetUtcNow();
        body["event_ts"] ??= core.Timestamps.Next();
        return core.Deliveries.Deliver(EnvelopeKind.EventsApi, new()
        {
            ["token"] = "deprecated-verification-token",
            ["team_id"] = workspace.TeamId,
            ["api_app_id"] = core.AppId,
            ["event"] = body,
            ["type"] = "event_callback",
            ["event_id"] = core.Ids.Next("Ev"),
            ["event_time"] = now.ToUnixTimeSeconds(),
            ["authorizations"] = new JsonArray(new JsonObject
            {
                ["enterprise_id"] = null,
                ["team_id"] = workspace.TeamId,
                ["user_id"] = workspace.BotUserId,
                ["is_bot"] = true,
                ["is_enterprise_install"] = false,
            }),
            ["is_ext_shared_channel"] = channel?.IsShared ?? false,
            ["event_context"] = core.Ids.Next("4-context-"),
        });
    }

    private static string Subscription(SlackChannel channel) => channel.Kind switch
    {
        ChannelKind.Public => "message.channels",
        ChannelKind.Private => "message.groups",
        ChannelKind.DirectMessage => "message.im",
        _ => "message.mpim",
    };

    private bool MentionsBot(SlackMessage message) =>
        message.Channel.Kind != ChannelKind.DirectMessage
        && message.Subtype is null or "file_share" or "thread_broadcast"
        && core.Options.Subscriptions.Contains("app_mention")
        && message.Channel.Members.Contains(message.Channel.Workspace.BotUserId)
        && message.AuthorId != message.Channel.Workspace.BotUserId
        && (message.Text.Contains($"<@{message.Channel.Workspace.BotUserId}>", StringComparison.Ordinal)
            || message.Text.Contains($"<@{message.Channel.Workspace.BotUserId}|", StringComparison.Ordinal));

    private static JsonObject EventBody(SlackMessage message)
    {
        var body = MessageJson.Of(message);
        body["channel"] = message.Channel.Id;
        body["channel_type"] = message.Channel.WireKind;
        body["event_ts"] = message.Ts;
        if (message.BotId is null)
        {
            body["client_msg_id"] = Guid.NewGuid().ToString();
        }
        if (message.ThreadTs is { } root && message.Channel.Find(root) is { } parent)
        {
            body["parent_user_id"] = parent.AuthorId;
        }
        if (message.Channel.Workspace.FindUser(message.AuthorId) is { IsExternal: true } external)
        {
            body["user_team"] = external.TeamId;
            body["source_team"] = external.TeamId;
        }
        return body;
    }

    private List<Delivery> PublishHidden(SlackMessage message, JsonObject body)
    {
        body["channel"] = message.Channel.Id;
        body["channel_type"] = message.Channel.WireKind;
        body["ts"] = core.Timestamps.Next();
        return core.Options.Subscriptions.Contains(Subscription(message.Channel))
            ? [Publish(message.Channel.Workspace, body, message.Channel)]
            : [];
    }
}
