namespace Bot.Slack.Simulator.Workspaces;

/// <summary>A reaction: <paramref name="Name"/> without colons, such as <c>+1</c>.</summary>
public sealed record SlackReaction(string UserId, string Name);
