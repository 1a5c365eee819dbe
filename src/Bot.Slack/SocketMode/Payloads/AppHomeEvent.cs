namespace Bot.Slack.SocketMode.Payloads;

/// <param name="Tab"><c>home</c> or <c>messages</c>.</param>
public sealed record AppHomeEvent(string? User, string? Channel, string? Tab);
