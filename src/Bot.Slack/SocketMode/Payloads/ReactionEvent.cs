namespace Bot.Slack.SocketMode.Payloads;

/// <param name="Reaction">Without colons; a skin tone follows after <c>::</c>.</param>
/// <param name="ItemUser">Who wrote the message that was reacted to.</param>
public sealed record ReactionEvent(string? User, string? Reaction, ReactionItem? Item, string? ItemUser);

public sealed record ReactionItem(string? Type, string? Channel, string? Ts);
