using System.Text.Json;

namespace Bot.Slack.SocketMode;

/// <summary>A message of the socket.</summary>
internal abstract record SocketFrame
{
    private SocketFrame() { }

    /// <param name="Connections">How many sockets Slack counts for the app.</param>
    /// <param name="Lifetime">About how long this one will live, or null where Slack didn't say.</param>
    public sealed record Hello(int Connections, TimeSpan? Lifetime) : SocketFrame;

    public sealed record Disconnect(string Reason) : SocketFrame;

    public sealed record Delivery(Envelope Envelope) : SocketFrame;

    /// <summary>Nothing to acknowledge, and nothing that is known.</summary>
    public sealed record Unknown(string Type) : SocketFrame;

    public sealed record Unreadable : SocketFrame;
}

internal sealed record FrameHeader(
    string? Type, string? Reason, string? EnvelopeId, JsonElement? Payload, bool? AcceptsResponsePayload, int? RetryAttempt,
    string? RetryReason, int? NumConnections, FrameDebug? DebugInfo);

internal sealed record FrameDebug(double? ApproximateConnectionTime);

internal sealed record FrameId(string? EnvelopeId);
