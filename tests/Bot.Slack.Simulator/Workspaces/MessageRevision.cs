using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.Workspaces;

/// <summary>What a message said from <paramref name="At"/> on.</summary>
public sealed record MessageRevision(DateTimeOffset At, string Text, JsonArray? Blocks);
