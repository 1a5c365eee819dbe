using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Blocks;
using Bot.Slack.Simulator.SocketMode;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>Tells the app of commands, clicks, modals and pickers, and does what its acknowledgements ask for. Runs under the core's gate.</summary>
internal sealed class InteractionService(SimulatorCore core)
{
    public UserCommand Command(SlackUser user, SlackChannel channel, string command, string text)
    {
        var (triggerId, url) = (core.Triggers.Issue(user.Id), core.ResponseUrls.Issue(channel, user.Id));
        var delivery = core.Deliveries.Deliver(EnvelopeKind.SlashCommands, new()
        {
            ["token"] = "deprecated-verification-token",
            ["team_id"] = user.Workspace.TeamId,
            ["team_domain"] = user.Workspace.Name,
            ["channel_id"] = channel.Id,
            ["channel_name"] = channel.Name,
            ["user_id"] = user.Id,
            ["user_name"] = user.Name,
            ["command"] = command,
            ["text"] = text,
            ["api_app_id"] = core.AppId,
            ["is_enterprise_install"] = "false",
            ["response_url"] = url,
            ["trigger_id"] = triggerId,
        }, acceptsResponse: true, acknowledged: payload => ShowInline(url, payload));
        return new(delivery, triggerId, new(url));
    }

    public UserAction Act(SlackUser user, SlackMessage message, string actionId, JsonObject? choice)
    {
        var (block, element) = BlockElements.Find(message.Blocks, actionId);
        var body = Head("block_actions", user);
        var url = core.ResponseUrls.Issue(message.Channel, user.Id, message);
        body["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel.Id, ["is_ephemeral"] = false };
        body["channel"] = Channel(message.Channel);
        body["message"] = MessageJson.Of(message);
        return Act(user, body, block, element, choice, url);
    }

    public UserAction Act(SlackUser user, SlackEphemeral message, string actionId, JsonObject? choice)
    {
        var (block, element) = BlockElements.Find(message.Blocks, actionId);
        var body = Head("block_actions", user);
        var url = core.ResponseUrls.Issue(message.Channel, user.Id, originalEphemeral: message);
        body["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel.Id, ["is_ephemeral"] = true };
        body["channel"] = Channel(message.Channel);
        return Act(user, body, block, element, choice, url);
    }

    public UserAction Act(SlackUser user, SlackView view, string actionId, JsonObject? choice)
    {
        var (block, element) = BlockElements.Find(view.Blocks, actionId);
        Remember(view, block, element, choice);
        var body = Head("block_actions", user);
        body["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        body["view"] = ViewJson.Of(view, user.Workspace, core.AppId);
        return Act(user, body, block, element, choice, responseUrl: null);
    }

    /// <summary>Fills a field in without telling the app, as typing into an input does.</summary>
    public static void Fill(SlackView view, string actionId, JsonObject choice)
    {
        var (block, element) = BlockElements.Find(view.Blocks, actionId);
        Remember(view, block, element, choice);
    }

    public Delivery Submit(SlackUser user, SlackView view)
    {
        var body = Head("view_submission", user);
        body["trigger_id"] = core.Triggers.Issue(user.Id);
        body["view"] = ViewJson.Of(view, user.Workspace, core.AppId);
        body["response_urls"] = new JsonArray();
        return core.Deliveries.Deliver(EnvelopeKind.Interactive, body, acceptsResponse: true, acknowledged: payload => ViewResponse.Apply(core, user, view, payload));
    }

    /// <summary>Closes a modal; the app is told when it asked to be.</summary>
    public Delivery? Close(SlackUser user, SlackView view)
    {
        core.Views.Close(view);
        if (view.Body["notify_on_close"]?.ToString() != "true")
        {
            return null;
        }
        var body = Head("view_closed", user);
        body["view"] = ViewJson.Of(view, user.Workspace, core.AppId);
        body["is_cleared"] = false;
        return core.Deliveries.Deliver(EnvelopeKind.Interactive, body);
    }

    public Delivery Suggest(SlackUser user, SlackView view, string actionId, string typed)
    {
        var (block, element) = BlockElements.Find(view.Blocks, actionId);
        if (element.Text("type") is not ("external_select" or "multi_external_select"))
        {
            throw new SlackSimulatorException($"{actionId} is a {element.Text("type")}; only external selects ask the app for options.");
        }
        var body = Head("block_suggestion", user);
        body["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        body["view"] = ViewJson.Of(view, user.Workspace, core.AppId);
        body["action_id"] = actionId;
        body["block_id"] = block.Text("block_id");
        body["value"] = typed;
        return core.Deliveries.Deliver(EnvelopeKind.Interactive, body, acceptsResponse: true);
    }

    private UserAction Act(SlackUser user, JsonObject body, JsonObject block, JsonObject element, JsonObject? choice, string? responseUrl)
    {
        var triggerId = core.Triggers.Issue(user.Id);
        var action = new JsonObject
        {
            ["type"] = element.Text("type"),
            ["action_id"] = element.Text("action_id"),
            ["block_id"] = block.Text("block_id"),
            ["action_ts"] = core.Timestamps.Next(),
        };
        foreach (var (key, value) in choice ?? [])
        {
            action[key] = value?.DeepClone();
        }
        if (element.Text("type") == "button")
        {
            action["text"] = element["text"]?.DeepClone();
            action["value"] = element["value"]?.DeepClone();
        }
        body["actions"] = new JsonArray(action);
        body["trigger_id"] = triggerId;
        body["state"] = new JsonObject { ["values"] = body["view"]?["state"]?["values"]?.DeepClone() ?? new JsonObject() };
        if (responseUrl is not null)
        {
            body["response_url"] = responseUrl;
        }
        var delivery = core.Deliveries.Deliver(EnvelopeKind.Interactive, body);
        return new(delivery, triggerId, responseUrl is null ? null : new(responseUrl));
    }

    private static void Remember(SlackView view, JsonObject block, JsonObject element, JsonObject? choice)
    {
        if (choice is null || block.Text("block_id") is not { } blockId)
        {
            return;
        }
        var values = view.State[blockId] as JsonObject;
        if (values is null)
        {
            view.State[blockId] = values = [];
        }
        var value = new JsonObject { ["type"] = element.Text("type") };
        foreach (var (key, chosen) in choice)
        {
            value[key] = chosen?.DeepClone();
        }
        values[element.Text("action_id")!] = value;
    }

    private void ShowInline(string url, JsonObject? payload)
    {
        if (payload is { Count: > 0 } && (payload.ContainsKey("text") || payload.ContainsKey("blocks")))
        {
            core.ResponseUrls.ShowAcknowledged(core.ResponseUrls.Find(url), payload);
        }
    }

    private JsonObject Head(string type, SlackUser user) => new()
    {
        ["type"] = type,
        ["token"] = "deprecated-verification-token",
        ["api_app_id"] = core.AppId,
        ["team"] = new JsonObject { ["id"] = user.Workspace.TeamId, ["domain"] = user.Workspace.Name },
        ["user"] = new JsonObject { ["id"] = user.Id, ["username"] = user.Name, ["name"] = user.Name, ["team_id"] = user.TeamId },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
    };

    private static JsonObject Channel(SlackChannel channel) => new() { ["id"] = channel.Id, ["name"] = channel.Name };
}
