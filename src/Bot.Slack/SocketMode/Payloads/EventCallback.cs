using System.Text.Json;

namespace Bot.Slack.SocketMode.Payloads;

/// <summary>What is around an event. Some notices, such as <c>app_rate_limited</c>, have no event inside.</summary>
internal sealed record EventCallback(
    string? Type, string? TeamId, string? EventId, long? EventTime, bool? IsExtSharedChannel, JsonElement? Event, long? MinuteRateLimited);

internal sealed record EventType(string? Type);
