using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Interactions;
using Bot.Slack.Simulator.SocketMode;

namespace Bot.Slack.Simulator.Workspaces;

/// <summary>A person (or another app's bot) in a workspace, and what a person can do.</summary>
public sealed class SlackUser
{
    private readonly SimulatorCore _core;

    internal SlackUser(SimulatorCore core, SlackWorkspace workspace, string id, string name, string teamId)
    {
        _core = core;
        (Workspace, Id, Name, TeamId) = (workspace, id, name, teamId);
    }

    public SlackWorkspace Workspace { get; }

    public string Id { get; }

    public string Name { get; }

    /// <summary>The person's own workspace, which is another one for external people.</summary>
    public string TeamId { get; }

    public bool IsAdmin { get; init; }

    public bool IsBot { get; init; }

    public bool IsExternal { get; init; }

    public string Locale { get; init; } = "en-US";

    public string TimeZone { get; init; } = "America/Los_Angeles";

    /// <summary>The DM with the bot.</summary>
    public SlackChannel DirectMessage => Workspace.DirectMessage(this);

    /// <summary>Mentions the bot in a channel, or in a thread of it.</summary>
    public UserPost Mention(SlackChannel channel, string text, string? threadTs = null) =>
        Post(channel, $"<@{Workspace.BotUserId}> {text}", threadTs);

    /// <summary>Writes to the bot in the DM.</summary>
    public UserPost Message(string text, string? threadTs = null) => Post(DirectMessage, text, threadTs);

    /// <summary>Replies in the thread of a message, without a mention.</summary>
    public UserPost Reply(SlackMessage to, string text) => Post(to.Channel, text, to.RootTs);

    /// <summary>Posts any text, with a subtype where it is no ordinary message.</summary>
    public UserPost Post(SlackChannel channel, string text, string? threadTs = null, string? subtype = null)
    {
        lock (_core.Gate)
        {
            var (message, deliveries) = _core.Board.Post(channel, new(Id, text) { ThreadTs = threadTs, Subtype = subtype, BotId = IsBot ? $"B{Id[1..]}" : null });
            return new(message, deliveries);
        }
    }

    /// <summary>Edits an own message.</summary>
    public IReadOnlyList<Delivery> Edit(SlackMessage message, string text) =>
        Do(() => _core.Board.Edit(message, text, blocks: null));

    /// <summary>Deletes a message.</summary>
    public IReadOnlyList<Delivery> Delete(SlackMessage message) =>
        Do(() => _core.Board.Delete(message));

    /// <summary>Reacts to a message with a name such as <c>+1</c>; null when the app isn't subscribed to reactions.</summary>
    public Delivery? React(SlackMessage message, string name) =>
        Do(() => _core.Board.React(message, new(Id, name)));

    /// <summary>Takes an own reaction back; the app is not told.</summary>
    public void Unreact(SlackMessage message, string name) => Do(() => message.Reactions = message.Reactions.Remove(new(Id, name)));

    /// <summary>Gives a slash command, such as <c>/ask</c>.</summary>
    public UserCommand Command(SlackChannel channel, string command, string text = "") => Do(() => _core.Interactions.Command(this, channel, command, text));

    /// <summary>Clicks a button of a message.</summary>
    public UserAction Click(SlackMessage message, string actionId) => Do(() => _core.Interactions.Act(this, message, actionId, choice: null));

    /// <summary>Clicks a button of a message that only this person sees.</summary>
    public UserAction Click(SlackEphemeral message, string actionId) => Do(() => _core.Interactions.Act(this, message, actionId, choice: null));

    /// <summary>Clicks a button of a modal or Home tab.</summary>
    public UserAction Click(SlackView view, string actionId) => Do(() => _core.Interactions.Act(this, view, actionId, choice: null));

    /// <summary>Gives feedback with the thumbs of a <c>feedback_buttons</c> element.</summary>
    public UserAction GiveFeedback(SlackMessage message, string actionId, bool isPositive) => Do(() =>
    {
        var (_, element) = Blocks.BlockElements.Find(message.Blocks, actionId);
        var button = element[isPositive ? "positive_button" : "negative_button"]!;
        return _core.Interactions.Act(this, message, actionId, new() { ["value"] = button["value"]?.DeepClone(), ["text"] = button["text"]?.DeepClone() });
    });

    /// <summary>Chooses an option of a menu, which tells the app.</summary>
    public UserAction Choose(SlackView view, string actionId, SlackOption option) => Do(() => _core.Interactions.Act(this, view, actionId, Chosen(option)));

    /// <summary>Chooses an option of a menu in an input block, which tells the app only at the end.</summary>
    public void Pick(SlackView view, string actionId, SlackOption option) => Do(() => InteractionService.Fill(view, actionId, Chosen(option)));

    /// <summary>Types into a text field.</summary>
    public void Fill(SlackView view, string actionId, string text) => Do(() => InteractionService.Fill(view, actionId, new() { ["value"] = text }));

    /// <summary>Types into a picker and gives the options that the app suggests.</summary>
    public async Task<ImmutableArray<SlackOption>> SuggestAsync(SlackView view, string actionId, string typed)
    {
        var acknowledgement = await Do(() => _core.Interactions.Suggest(this, view, actionId, typed)).Acknowledged;
        return OptionsResponse.Read(_core, acknowledgement.Payload);
    }

    /// <summary>Submits a modal.</summary>
    public Delivery Submit(SlackView view) => Do(() => _core.Interactions.Submit(this, view));

    /// <summary>Closes a modal; null when the app didn't ask to be told.</summary>
    public Delivery? Close(SlackView view) => Do(() => _core.Interactions.Close(this, view));

    /// <summary>Opens the app's Home or Messages tab.</summary>
    public Delivery? OpenHome(string tab = "home") => Do(() =>
    {
        var body = new JsonObject { ["type"] = "app_home_opened", ["user"] = Id, ["channel"] = DirectMessage.Id, ["tab"] = tab };
        if (tab == "home" && _core.Views.Home(Id) is { } home)
        {
            body["view"] = ViewJson.Of(home, Workspace, _core.AppId);
        }
        return _core.Events.PublishIfSubscribed(Workspace, body, DirectMessage);
    });

    /// <summary>Looks at a channel while the agent is open beside it.</summary>
    public Delivery? LookAt(SlackChannel channel) => Do(() => _core.Events.PublishIfSubscribed(Workspace, new()
    {
        ["type"] = "app_context_changed",
        ["user"] = Id,
        ["channel"] = DirectMessage.Id,
        ["context"] = new JsonObject
        {
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "slack#/types/channel_id", ["value"] = channel.Id, ["team_id"] = Workspace.TeamId }),
        },
    }, DirectMessage));

    /// <summary>Opens a thread of the legacy assistant; its root is a message that Slack posts in the app's name.</summary>
    public UserPost StartAssistantThread(SlackChannel? context = null) => Do(() =>
    {
        var (root, echoes) = _core.Board.Post(DirectMessage, new(Workspace.BotUserId, "New Assistant Thread") { BotId = Workspace.BotId, Subtype = "assistant_app_thread" });
        var started = _core.Events.PublishIfSubscribed(Workspace, new()
        {
            ["type"] = "assistant_thread_started",
            ["assistant_thread"] = new JsonObject
            {
                ["user_id"] = Id,
                ["channel_id"] = DirectMessage.Id,
                ["thread_ts"] = root.Ts,
                ["context"] = context is null ? [] : new JsonObject { ["channel_id"] = context.Id, ["team_id"] = Workspace.TeamId },
            },
        }, DirectMessage);
        return new UserPost(root, started is null ? echoes : [.. echoes, started]);
    });

    /// <summary>Stops a stream that may be stopped.</summary>
    public Delivery? StopStream(SlackMessage message) => Do(() =>
    {
        if (message is not { Stream: StreamState.Streaming, IsStoppable: true })
        {
            throw new SlackSimulatorException($"{message} is no stream that people may stop.");
        }
        message.Stream = StreamState.StoppedByUser;
        return _core.Events.PublishIfSubscribed(Workspace, new()
        {
            ["type"] = "message_stream_stopped",
            ["user"] = Id,
            ["channel"] = message.Channel.Id,
            ["message_ts"] = message.Ts,
            ["thread_ts"] = message.ThreadTs,
        }, message.Channel);
    });

    private static JsonObject Chosen(SlackOption option) => new()
    {
        ["selected_option"] = new JsonObject { ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = option.Text }, ["value"] = option.Value },
    };

    private T Do<T>(Func<T> act)
    {
        lock (_core.Gate)
        {
            return act();
        }
    }

    private void Do(Action act)
    {
        lock (_core.Gate)
        {
            act();
        }
    }
}
