using System.Text.Json;

namespace Bot.Slack.SocketMode;

public enum EnvelopeType
{
    /// <summary>One this client doesn't know.</summary>
    Unknown,
    EventsApi,
    SlashCommands,
    Interactive,
}

/// <summary>What Slack wants acknowledged within three seconds.</summary>
/// <param name="Id">New in each delivery.</param>
/// <param name="TypeName">As Slack writes it.</param>
/// <param name="AcceptsReply">The acknowledgement may carry an answer.</param>
/// <param name="RetryAttempt">0 for the first delivery. A later one may be the first that arrives.</param>
/// <param name="RetryReason">Slack's reason for sending it again; empty for the first.</param>
public sealed record Envelope(string Id, EnvelopeType Type, string TypeName, JsonElement Payload, bool AcceptsReply, int RetryAttempt, string RetryReason)
{
    // What people wrote stays out of logs.
    public override string ToString() => $"{TypeName} {Id}";
}
