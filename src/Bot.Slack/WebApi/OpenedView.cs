namespace Bot.Slack.WebApi;

/// <param name="Hash">Goes back with an update, so that a newer state isn't overwritten.</param>
public sealed record OpenedView(string Id, string? Hash);
