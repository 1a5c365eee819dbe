using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Bot.Host.Conversations;

/// <summary>What is measured of conversations; times in seconds.</summary>
internal sealed class ConversationMetrics : IDisposable
{
    public const string Name = "Bot.Conversations";

    private readonly Meter _meter;
    private readonly Counter<long> _received;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _deliveries;
    private readonly Histogram<double> _answering;
    private readonly Histogram<double> _whole;

    public ConversationMetrics(RunningWork work, IMeterFactory? factory = null)
    {
        _meter = factory?.Create(Name) ?? new Meter(Name);
        _received = _meter.CreateCounter<long>("bot.messages.received", description: "Messages for the bot, by platform, request and receipt.");
        _refused = _meter.CreateCounter<long>("bot.messages.refused", description: "Messages answered with a reason instead, by reason.");
        _deliveries = _meter.CreateCounter<long>("bot.deliveries", description: "Tries to deliver a reply, by platform and outcome.");
        _answering = _meter.CreateHistogram<double>("bot.answer.duration", "s", "Making a reply, by request.");
        _whole = _meter.CreateHistogram<double>("bot.message.duration", "s", "From receiving a message to its delivered reply, by platform.");
        _meter.CreateObservableGauge("bot.messages.open", () => work.Count, description: "Messages in work or waiting.");
    }

    /// <summary>Traces of messages being handled.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    public void Received(IncomingMessage message, Receipt receipt) => _received.Add(
        1, new("platform", message.Event.Platform), new("request", message.Request.GetType().Name), new("receipt", receipt.ToString()));

    public void Refused(string reason) => _refused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Delivered(string platform, string outcome) => _deliveries.Add(1, new("platform", platform), new("outcome", outcome));

    public void Answered(Request request, TimeSpan elapsed) =>
        _answering.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("request", request.GetType().Name));

    public void Finished(string platform, TimeSpan elapsed) =>
        _whole.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("platform", platform));

    public void Dispose() => _meter.Dispose();
}
