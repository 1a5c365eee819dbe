using System.Text.Json;

namespace Bot.Slack.SocketMode;

internal sealed record Acknowledgement(string EnvelopeId, JsonElement? Payload);
