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
    public IReadOnlyList<Delivery> Edit(SlackMessage message, string text)
    {
        lock (_core.Gate)
        {
            return _core.Board.Edit(message, text, blocks: null);
        }
    }

    /// <summary>Deletes a message.</summary>
    public IReadOnlyList<Delivery> Delete(SlackMessage message)
    {
        lock (_core.Gate)
        {
            return _core.Board.Delete(message);
        }
    }

    /// <summary>Reacts to a message with a name such as <c>+1</c>; null when the app isn't subscribed to reactions.</summary>
    public Delivery? React(SlackMessage message, string name)
    {
        lock (_core.Gate)
        {
            return _core.Board.React(message, new(Id, name));
        }
    }
}
