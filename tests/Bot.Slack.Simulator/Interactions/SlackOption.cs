namespace Bot.Slack.Simulator.Interactions;

/// <summary>One line of a picker.</summary>
public sealed record SlackOption(string Text, string Value);
