namespace Bot.Slack.WebApi;

/// <param name="Scopes">The scopes that the token was granted; empty where Slack didn't say.</param>
internal sealed record SlackAnswer<T>(T Result, IReadOnlyList<string> Scopes);
