namespace Bot.Slack.Simulator.Interactions;

/// <summary>A prompt that a person may click: what it shows, and what it sends.</summary>
public sealed record SuggestedPrompt(string Title, string Message);
