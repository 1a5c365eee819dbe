namespace Bot.Slack.SocketMode;

/// <summary>Takes what Slack delivers. Called by several threads at once.</summary>
public interface IEnvelopeHandler
{
    /// <summary>
    /// Returns as soon as the envelope is safely written down; work comes later. What it returns is sent to Slack as the
    /// acknowledgement, which has three seconds. When it throws, nothing is acknowledged.
    /// </summary>
    ValueTask<EnvelopeReply> HandleAsync(Envelope envelope, CancellationToken cancellationToken);

    /// <summary>What to say when too many envelopes wait already. Mustn't block.</summary>
    EnvelopeReply WhenFull(Envelope envelope);
}
