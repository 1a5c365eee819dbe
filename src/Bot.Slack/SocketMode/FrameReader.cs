using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Slack.SocketMode;

/// <summary>Reads the socket's messages. Takes any bytes and never throws for them.</summary>
internal static class FrameReader
{
    public static SocketFrame Read(ReadOnlySpan<byte> message) => Parse(message, SlackJson.Wire.FrameHeader) is { } frame
        ? Known(frame)
        // With a field of an unexpected kind the whole isn't understood, but its id can still be acknowledged.
        : Parse(message, SlackJson.Wire.FrameId) is { EnvelopeId: { } id }
            ? new SocketFrame.Delivery(new Envelope(id, EnvelopeType.Unknown, "unreadable", default, AcceptsReply: false, 0, ""))
            : new SocketFrame.Unreadable();

    private static SocketFrame Known(FrameHeader frame) => frame switch
    {
        { Type: "hello" } => new SocketFrame.Hello(frame.NumConnections ?? 0, LifetimeOf(frame.DebugInfo?.ApproximateConnectionTime)),
        { Type: "disconnect" } => new SocketFrame.Disconnect(frame.Reason ?? ""),
        { EnvelopeId: { } id } => new SocketFrame.Delivery(new Envelope(
            id, TypeOf(frame.Type), frame.Type ?? "", frame.Payload ?? default, frame.AcceptsResponsePayload ?? false, frame.RetryAttempt ?? 0, frame.RetryReason ?? "")),
        _ => new SocketFrame.Unknown(frame.Type ?? ""),
    };

    private static EnvelopeType TypeOf(string? type) => type switch
    {
        "events_api" => EnvelopeType.EventsApi,
        "slash_commands" => EnvelopeType.SlashCommands,
        "interactive" => EnvelopeType.Interactive,
        _ => EnvelopeType.Unknown,
    };

    private static TimeSpan? LifetimeOf(double? seconds) => seconds is > 0 and < 10_000_000 ? TimeSpan.FromSeconds(seconds.Value) : null;

    private static T? Parse<T>(ReadOnlySpan<byte> message, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(message, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
