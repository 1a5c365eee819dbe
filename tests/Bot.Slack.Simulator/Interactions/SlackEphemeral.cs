using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>A message that one person sees and Slack doesn't keep.</summary>
public sealed class SlackEphemeral(SlackChannel channel, string ts, string userId, string? threadTs)
{
    public SlackChannel Channel { get; } = channel;

    public string Ts { get; } = ts;

    /// <summary>Who sees it.</summary>
    public string UserId { get; } = userId;

    public string? ThreadTs { get; } = threadTs;

    public string Text { get; internal set; } = "";

    public JsonArray? Blocks { get; internal set; }

    /// <summary>All that it said, the first first: a response URL may replace it.</summary>
    public ImmutableArray<MessageRevision> Revisions { get; internal set; } = [];

    public bool IsDeleted { get; internal set; }
}
