using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.SocketMode;

/// <summary>
/// Carries envelopes from the sockets to the handler, and each acknowledgement back to the socket its envelope came by.
/// The way is bounded and never blocks a socket's reading.
/// </summary>
internal sealed partial class EnvelopeDispatcher(IEnvelopeHandler handler, SlackClientOptions options, TimeProvider clock, SlackMetrics metrics, ILogger logger)
{
    /// <summary>Slack gives three seconds; past this one something is wrong.</summary>
    private static readonly TimeSpan LateAcknowledgement = TimeSpan.FromSeconds(1);

    private readonly Channel<Delivered> _queue = Channel.CreateBounded<Delivered>(options.QueueLength);

    /// <summary>Takes an envelope in. Never blocks.</summary>
    public void Post(SocketConnection connection, Envelope envelope)
    {
        var delivered = new Delivered(connection, envelope, clock.GetTimestamp());
        connection.Owe();
        if (!_queue.Writer.TryWrite(delivered))
        {
            Log.Full(logger, envelope.TypeName);
            // The reply doesn't need the handler's work, but sending it may take its time.
            _ = ReplyAsync(delivered, handler.WhenFull(envelope));
        }
    }

    /// <summary>Works until <see cref="Complete"/> was called and everything is done.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Handlers).Select(_ => WorkAsync(cancellationToken)));

    public void Complete() => _queue.Writer.TryComplete();

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await foreach (var delivered in _queue.Reader.ReadAllAsync(cancellationToken))
        {
            await ReplyAsync(delivered, await HandleAsync(delivered.Envelope, cancellationToken));
        }
    }

    private async Task<EnvelopeReply> HandleAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        try
        {
            return await handler.HandleAsync(envelope, cancellationToken);
        }
        catch (Exception ex)
        {
            // Not acknowledged, so that Slack sends it again: it isn't written down anywhere.
            Log.Failed(logger, ex, envelope.TypeName);
            return EnvelopeReply.Withheld;
        }
    }

    private async Task ReplyAsync(Delivered delivered, EnvelopeReply reply)
    {
        try
        {
            if (reply is EnvelopeReply.None)
            {
                metrics.NotAcknowledged("withheld");
                return;
            }
            var payload = reply is EnvelopeReply.Carrying(var carried) && delivered.Envelope.AcceptsReply ? carried : (System.Text.Json.JsonElement?)null;
            if (!await delivered.Connection.AcknowledgeAsync(new Acknowledgement(delivered.Envelope.Id, payload)))
            {
                // The event comes again by another socket; another socket mustn't acknowledge this delivery.
                Log.SocketGone(logger, delivered.Envelope.TypeName);
                metrics.NotAcknowledged("socket gone");
                return;
            }
            Measure(delivered);
        }
        finally
        {
            delivered.Connection.Settle();
        }
    }

    private void Measure(Delivered delivered)
    {
        var elapsed = clock.GetElapsedTime(delivered.Arrived);
        metrics.Acknowledged(delivered.Envelope.TypeName, elapsed);
        if (elapsed > LateAcknowledgement)
        {
            Log.Late(logger, delivered.Envelope.TypeName, elapsed);
        }
    }

    private sealed record Delivered(SocketConnection Connection, Envelope Envelope, long Arrived);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Too many envelopes wait: one of type {Type} was turned away")]
        public static partial void Full(ILogger logger, string type);

        [LoggerMessage(LogLevel.Error, "An envelope of type {Type} couldn't be taken and wasn't acknowledged")]
        public static partial void Failed(ILogger logger, Exception exception, string type);

        [LoggerMessage(LogLevel.Information, "The socket of an envelope of type {Type} was gone before its acknowledgement")]
        public static partial void SocketGone(ILogger logger, string type);

        [LoggerMessage(LogLevel.Warning, "An envelope of type {Type} was acknowledged after {Elapsed}: Slack allows three seconds")]
        public static partial void Late(ILogger logger, string type, TimeSpan elapsed);
    }
}
