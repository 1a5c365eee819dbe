namespace Bot.Slack.SocketMode.Payloads;

/// <summary>A message, or a change of one: <c>message</c> and <c>app_mention</c> events.</summary>
/// <param name="Text">As Slack sends it, escaped and with its mentions in angle brackets.</param>
/// <param name="UserTeam">The writer's team where it isn't the channel's.</param>
/// <param name="ChannelType"><c>im</c>, <c>channel</c>, <c>group</c>, <c>mpim</c> or null.</param>
/// <param name="Message">The changed message, for <c>message_changed</c>.</param>
public sealed record MessageEvent(
    string? Subtype, string? User, string? UserTeam, string? Team, string? BotId, string? Text, string? Ts, string? ThreadTs, string? Channel,
    string? ChannelType, string? DeletedTs, ChangedMessage? Message)
{
    /// <summary>The first message of the thread that an answer belongs into.</summary>
    public string? RootTs => ThreadTs ?? Ts;
}

public sealed record ChangedMessage(string? User, string? BotId, string? Text, string? Ts, string? ThreadTs);
