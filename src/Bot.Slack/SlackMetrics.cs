using System.Diagnostics.Metrics;

namespace Bot.Slack;

/// <summary>What can be measured of the client. Times are in seconds.</summary>
public sealed class SlackMetrics : IDisposable
{
    public const string MeterName = "Bot.Slack";

    private readonly Meter _meter;
    private readonly Histogram<double> _calls;
    private readonly Histogram<double> _acknowledgements;
    private readonly UpDownCounter<int> _sockets;
    private readonly Counter<long> _connections;
    private readonly Counter<long> _envelopes;
    private readonly Counter<long> _left;

    public SlackMetrics(IMeterFactory? factory = null)
    {
        _meter = factory?.Create(MeterName) ?? new Meter(MeterName);
        _calls = _meter.CreateHistogram<double>("slack.api.duration", "s", "Calls of the Web API, by method and outcome");
        _acknowledgements = _meter.CreateHistogram<double>("slack.ack.duration", "s", "From an envelope's arrival to its acknowledgement");
        _sockets = _meter.CreateUpDownCounter<int>("slack.sockets", "{socket}", "Sockets that are connected");
        _connections = _meter.CreateCounter<long>("slack.socket.ends", "{socket}", "Sockets that were left, by reason");
        _envelopes = _meter.CreateCounter<long>("slack.envelopes", "{envelope}", "Envelopes received, by type");
        _left = _meter.CreateCounter<long>("slack.envelopes.unacknowledged", "{envelope}", "Envelopes that weren't acknowledged, by reason");
    }

    public void Called(string method, string outcome, TimeSpan elapsed) =>
        _calls.Record(elapsed.TotalSeconds, Tag("method", method), Tag("outcome", outcome));

    public void Acknowledged(string type, TimeSpan elapsed) => _acknowledgements.Record(elapsed.TotalSeconds, Tag("type", type));

    public void SocketConnected() => _sockets.Add(1);

    public void SocketGone() => _sockets.Add(-1);

    public void SocketLeft(string reason) => _connections.Add(1, Tag("reason", reason));

    public void Received(string type, bool redelivered) => _envelopes.Add(1, Tag("type", type), Tag("redelivered", redelivered));

    public void NotAcknowledged(string reason) => _left.Add(1, Tag("reason", reason));

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);
}
