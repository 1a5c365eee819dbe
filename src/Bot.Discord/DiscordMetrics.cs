using System.Diagnostics.Metrics;

namespace Bot.Discord;

/// <summary>The client's measurements, on the meter <c>Bot.Discord</c>; durations in seconds.</summary>
internal sealed class DiscordMetrics : IDisposable
{
    public const string MeterName = "Bot.Discord";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _connections;
    private readonly Counter<long> _events;
    private readonly Counter<long> _lost;
    private readonly Histogram<double> _handling;
    private readonly Histogram<double> _heartbeat;
    private readonly Histogram<double> _requests;
    private readonly Counter<long> _rateLimits;

    public DiscordMetrics()
    {
        _connections = _meter.CreateCounter<long>("discord.gateway.connections.ended", "{connection}", "Gateway connections that ended, by what follows");
        _events = _meter.CreateCounter<long>("discord.gateway.events", "{event}", "Events received, by name");
        _lost = _meter.CreateCounter<long>("discord.gateway.events.lost", "{event}", "Events given up, by reason");
        _handling = _meter.CreateHistogram<double>("discord.gateway.event.duration", "s", "Time a handler took for an event");
        _heartbeat = _meter.CreateHistogram<double>("discord.gateway.heartbeat.duration", "s", "Time from a heartbeat to its acknowledgement");
        _requests = _meter.CreateHistogram<double>("discord.rest.request.duration", "s", "Time of one try of a REST call, by route and status");
        _rateLimits = _meter.CreateCounter<long>("discord.rest.rate_limits", "{answer}", "Answers 429, by scope");
    }

    public void ConnectionEnded(string next) => _connections.Add(1, Tag("next", next));

    public void EventReceived(string name) => _events.Add(1, Tag("event", name));

    public void EventLost(string reason) => _lost.Add(1, Tag("reason", reason));

    public void EventHandled(TimeSpan elapsed) => _handling.Record(elapsed.TotalSeconds);

    public void HeartbeatAcknowledged(TimeSpan elapsed) => _heartbeat.Record(elapsed.TotalSeconds);

    public void RequestSent(string route, int? status, TimeSpan elapsed) => _requests.Record(elapsed.TotalSeconds, Tag("route", route), Tag("status", status));

    public void RateLimited(string scope) => _rateLimits.Add(1, Tag("scope", scope));

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);
}
