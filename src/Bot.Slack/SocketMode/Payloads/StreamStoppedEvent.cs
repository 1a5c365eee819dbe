namespace Bot.Slack.SocketMode.Payloads;

/// <summary>A reader stopped a message that was still growing.</summary>
public sealed record StreamStoppedEvent(string? Channel, string? Ts, string? MessageTs, string? User);
