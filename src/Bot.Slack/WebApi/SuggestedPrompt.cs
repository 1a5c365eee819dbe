namespace Bot.Slack.WebApi;

/// <summary>A question that the agent view offers.</summary>
/// <param name="Title">On the button.</param>
/// <param name="Message">What is sent when it is pressed.</param>
public sealed record SuggestedPrompt(string Title, string Message);
