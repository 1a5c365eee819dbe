using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.SocketMode;

/// <summary>The messages that go over a socket, as Slack writes them.</summary>
internal static class SocketMessages
{
    private const string Host = "applink-simulator-1";

    public static string Hello(string appId, int connections, TimeSpan lifetime) => new JsonObject
    {
        ["type"] = "hello",
        ["num_connections"] = connections,
        ["debug_info"] = new JsonObject { ["host"] = Host, ["build_number"] = 1, ["approximate_connection_time"] = (int)lifetime.TotalSeconds },
        ["connection_info"] = new JsonObject { ["app_id"] = appId },
    }.ToJsonString(Json.Options);

    public static string Disconnect(DisconnectReason reason) => new JsonObject
    {
        ["type"] = "disconnect",
        ["reason"] = reason switch
        {
            DisconnectReason.Warning => "warning",
            DisconnectReason.RefreshRequested => "refresh_requested",
            DisconnectReason.LinkDisabled => "link_disabled",
            _ => "too_many_websockets",
        },
        ["debug_info"] = new JsonObject { ["host"] = Host },
    }.ToJsonString(Json.Options);

    /// <summary>The payload is text already, so that a redelivery costs no second serialization.</summary>
    public static string Envelope(DeliveryAttempt attempt)
    {
        var delivery = attempt.Delivery;
        var head = $$"""{"envelope_id":"{{attempt.EnvelopeId}}","payload":{{delivery.Payload}},"accepts_response_payload":{{(delivery.AcceptsResponse ? "true" : "false")}}""";
        return delivery.Kind switch
        {
            EnvelopeKind.EventsApi => $$"""{{head}},"type":"events_api","retry_attempt":{{attempt.RetryAttempt}},"retry_reason":"{{(attempt.RetryAttempt > 0 ? "timeout" : "")}}"}""",
            EnvelopeKind.SlashCommands => $$"""{{head}},"type":"slash_commands"}""",
            _ => $$"""{{head}},"type":"interactive"}""",
        };
    }
}
