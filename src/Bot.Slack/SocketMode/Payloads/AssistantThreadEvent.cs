namespace Bot.Slack.SocketMode.Payloads;

/// <summary>Someone opened the older assistant view.</summary>
public sealed record AssistantThreadEvent(AssistantThread? AssistantThread);

public sealed record AssistantThread(string? UserId, string? ChannelId, string? ThreadTs);
