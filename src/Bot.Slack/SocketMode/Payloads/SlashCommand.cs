namespace Bot.Slack.SocketMode.Payloads;

/// <param name="Command">With its slash.</param>
/// <param name="ResponseUrl">A secret.</param>
public sealed record SlashCommand(
    string? Command, string? Text, string? UserId, string? TeamId, string? ChannelId, string? ChannelName, string? ResponseUrl, string? TriggerId)
{
    // The response URL stays out of logs.
    public override string ToString() => $"{Command} in {ChannelId}";
}
