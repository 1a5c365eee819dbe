using Microsoft.Extensions.Logging;

namespace Bot.Slack.SocketMode;

/// <summary>
/// Keeps one socket alive, whatever happens to it. The one task of <see cref="RunAsync"/> owns it: at most two sockets
/// are open at once, the one that serves and the one before it.
/// </summary>
internal sealed partial class SocketSlot(
    SocketOpener opener, SocketModeTimings timings, TimeProvider clock, Func<double> jitter, SlackMetrics metrics, ILogger logger)
{
    private volatile SocketConnection? _current;
    private Task _draining = Task.CompletedTask;
    private int _failures;

    /// <summary>The socket that heard hello and hasn't been left.</summary>
    public SocketConnection? Current => _current;

    /// <summary>Ends when it is cancelled; its sockets are closed then.</summary>
    /// <exception cref="WebApi.SlackApiException">No socket can ever be opened with these settings.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await _draining;
                switch (await opener.OpenAsync(cancellationToken))
                {
                    case Greeting.Connected(var connection):
                        await LeaveAsync(connection);
                        await ServeAsync(connection, cancellationToken);
                        break;
                    case Greeting.Refused(var reason):
                        // The socket before, if there is one, goes on until it ends or a new one is there.
                        _failures++;
                        await PauseAsync(reason, ReconnectPlan.After(reason, _failures, timings, jitter()), cancellationToken);
                        break;
                }
            }
        }
        finally
        {
            await LeaveAsync();
            await _draining;
        }
    }

    /// <summary>Waits until the socket should be left, and for the time until the next one may be opened.</summary>
    private async Task ServeAsync(SocketConnection connection, CancellationToken cancellationToken)
    {
        var born = clock.GetTimestamp();
        var reason = await connection.Leaving.WaitAsync(cancellationToken);
        _failures = clock.GetElapsedTime(born) >= timings.Stable ? 0 : _failures + 1;
        var plan = ReconnectPlan.After(reason, _failures, timings, jitter());
        if (!plan.KeepOldUntilNew)
        {
            await LeaveAsync();
        }
        await PauseAsync(reason, plan, cancellationToken);
    }

    private async Task PauseAsync(LeaveReason reason, ReconnectPlan plan, CancellationToken cancellationToken)
    {
        Tell(reason, plan);
        await Task.Delay(plan.Wait, clock, cancellationToken);
    }

    private async Task LeaveAsync(SocketConnection? next = null)
    {
        var old = _current;
        _current = next;
        if (old is not null)
        {
            await _draining;
            _draining = old.DrainAsync();
        }
    }

    private void Tell(LeaveReason reason, ReconnectPlan plan)
    {
        metrics.SocketLeft(reason.ToString());
        if (reason == LeaveReason.LinkDisabled)
        {
            Log.LinkDisabled(logger, plan.Wait);
        }
        else if (reason == LeaveReason.TooManyWebsockets)
        {
            Log.TooMany(logger, plan.Wait);
        }
        else
        {
            Log.Replacing(logger, reason, plan.Wait);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "A socket is replaced in {Wait}: {Reason}")]
        public static partial void Replacing(ILogger logger, LeaveReason reason, TimeSpan wait);

        [LoggerMessage(LogLevel.Error, "Socket Mode is switched off for this Slack app: switch it on under Socket Mode in the app's settings. The next try is in {Wait}")]
        public static partial void LinkDisabled(ILogger logger, TimeSpan wait);

        [LoggerMessage(LogLevel.Warning, "This Slack app has too many sockets, at most ten are allowed: is it running elsewhere too? The next try is in {Wait}")]
        public static partial void TooMany(ILogger logger, TimeSpan wait);
    }
}
