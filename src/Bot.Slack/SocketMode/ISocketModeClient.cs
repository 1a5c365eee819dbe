namespace Bot.Slack.SocketMode;

/// <summary>Receives what happens in a workspace.</summary>
public interface ISocketModeClient
{
    SocketModeHealth Health { get; }

    /// <summary>
    /// Connects, stays connected and gives the handler what Slack delivers. Cancelling ends it: what was received is
    /// still handled and acknowledged within the drain time, then the sockets are closed. To be called once at a time.
    /// </summary>
    /// <exception cref="WebApi.SlackApiException">No socket can ever be opened with these settings; the message says what to do.</exception>
    Task RunAsync(IEnvelopeHandler handler, CancellationToken cancellationToken);
}
