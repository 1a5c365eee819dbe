using System.Net.WebSockets;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.SocketMode;

/// <summary>Opens a socket: a new address each time, then the connection, then Slack's hello.</summary>
internal sealed partial class SocketOpener(
    IConnectionAddresses addresses, ISocketTransport transport, EnvelopeDispatcher dispatcher, SlackClientOptions options, TimeProvider clock,
    Func<double> jitter, SlackMetrics metrics, ILogger logger)
{
    /// <exception cref="SlackApiException">No try will ever succeed with these settings.</exception>
    public async Task<Greeting> OpenAsync(CancellationToken cancellationToken)
    {
        ISocket socket;
        try
        {
            socket = await ConnectAsync(cancellationToken);
        }
        catch (SlackApiException failure) when (!SlackErrors.EndsConnecting(failure.Code))
        {
            Log.NoAddress(logger, failure.Message);
            return new Greeting.Refused(LeaveReason.NotOpened);
        }
        // The address is a secret and may stand in the exception, so only the kind of the failure is logged.
        catch (WebSocketException failure)
        {
            Log.NotConnected(logger, failure.WebSocketErrorCode.ToString());
            return new Greeting.Refused(LeaveReason.NotOpened);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotConnected(logger, "timeout");
            return new Greeting.Refused(LeaveReason.NotOpened);
        }
        return await SocketConnection.GreetAsync(socket, dispatcher.Post, options, clock, jitter(), metrics, logger, cancellationToken);
    }

    private async Task<ISocket> ConnectAsync(CancellationToken cancellationToken)
    {
        var address = await addresses.NextAsync(cancellationToken);
        using var limit = new CancellationTokenSource(options.Timings.Hello, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        return await transport.ConnectAsync(options.DebugReconnects ? WithDebugReconnects(address) : address, both.Token);
    }

    private static Uri WithDebugReconnects(Uri address)
    {
        var builder = new UriBuilder(address);
        builder.Query = $"{builder.Query.TrimStart('?')}&debug_reconnects=true".TrimStart('&');
        return builder.Uri;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "No socket could be opened: {Reason}")]
        public static partial void NoAddress(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Warning, "A socket couldn't be connected: {Reason}")]
        public static partial void NotConnected(ILogger logger, string reason);
    }
}
