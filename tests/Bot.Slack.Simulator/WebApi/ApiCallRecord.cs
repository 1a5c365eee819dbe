using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>A call that the app made: <paramref name="Error"/> is null when it was answered with ok, <paramref name="Status"/> is 0 when it was never answered.</summary>
public sealed record ApiCallRecord(string Method, JsonObject Arguments, int Status, string? Error, DateTimeOffset At);
