namespace Bot.Slack.WebApi;

/// <summary>A message as it stands in a channel or thread.</summary>
public sealed record ThreadMessage(string Ts, string? ThreadTs, string? User, string? BotId, string? Text, string? Subtype, SeenMetadata? Metadata);
