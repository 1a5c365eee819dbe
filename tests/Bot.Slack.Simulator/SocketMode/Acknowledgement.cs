using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.SocketMode;

/// <summary>What the app sent back for an envelope: the payload is null when it sent none.</summary>
public sealed record Acknowledgement(string EnvelopeId, JsonObject? Payload, TimeSpan After);
