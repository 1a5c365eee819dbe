namespace Bot.Slack.Simulator.SocketMode;

/// <summary>One sending of an envelope on one socket.</summary>
public sealed class DeliveryAttempt
{
    internal DeliveryAttempt(Delivery delivery, SlackSocket socket, string envelopeId, int retryAttempt, long sentAt) =>
        (Delivery, Socket, EnvelopeId, RetryAttempt, SentAt) = (delivery, socket, envelopeId, retryAttempt, sentAt);

    public Delivery Delivery { get; }

    public SlackSocket Socket { get; }

    /// <summary>New for each attempt.</summary>
    public string EnvelopeId { get; }

    /// <summary>0 for the first delivery and its duplicates.</summary>
    public int RetryAttempt { get; }

    /// <summary>From sending to acknowledgement; null while there is none.</summary>
    public TimeSpan? AcknowledgedAfter { get; internal set; }

    internal long SentAt { get; }

    /// <summary>Whether the window passed, or the socket went, without acknowledgement.</summary>
    internal bool HasFailed { get; set; }

    internal ITimer? Window { get; set; }
}
