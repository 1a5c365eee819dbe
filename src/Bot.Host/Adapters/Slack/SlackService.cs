using Bot.Host.Admin;
using Bot.Host.Conversations;
using Bot.Slack.SocketMode;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Adapters.Slack;

/// <summary>
/// Runs the bot on Slack for as long as the host runs. The sockets go last: while answers are finished, what comes is
/// still written down and acknowledged, for the next process.
/// </summary>
internal sealed partial class SlackService(
    IAuth auth, ISocketModeClient sockets, SlackEvents events, SlackPlatform platform, SlackConnection connection, WorkerOutcome outcome,
    FirstContact contact, ILogger<SlackService> logger) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = RunAsync();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await platform.StopAsync();
        await _stopping.CancelAsync();
        await _running;
    }

    public void Dispose() => _stopping.Dispose();

    // Off the host's start, which other services wait for.
    private async Task RunAsync()
    {
        await Task.Yield();
        try
        {
            await ServeAsync(_stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (SlackApiException ex)
        {
            Fail(ex.Message);
        }
        catch (Exception ex)
        {
            Log.Broken(logger, ex);
            Fail(ex.Message);
        }
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        var self = await UntilReachableAsync(cancellationToken);
        if (self.MissingScopes(SlackScopes.Needed) is { } missing)
        {
            Fail(missing);
            return;
        }
        if (self.Scopes.Count > 0 && !self.Scopes.Contains(SlackScopes.Assistant, StringComparer.Ordinal))
        {
            Log.NoSuggestions(logger, SlackScopes.Assistant);
        }
        connection.Is(self);
        Log.Started(logger, self.Team);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, connection.Withdrawn);
        try
        {
            await sockets.RunAsync(events, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Fail(connection.State.Problem ?? "");
        }
    }

    private Task<SlackIdentity> UntilReachableAsync(CancellationToken cancellationToken) => contact.AskAsync(
        auth.TestAsync,
        static failure => failure is SlackApiException { IsTransient: true } passing ? new Delivery.Later(passing.Message, passing.RetryAfter) : null,
        Hindered,
        cancellationToken);

    private void Hindered(string? problem)
    {
        connection.Hindered(problem);
        if (problem is not null)
        {
            Log.Unreachable(logger, problem);
        }
    }

    private void Fail(string reason)
    {
        Log.Failed(logger, reason);
        connection.Failed(reason);
        outcome.PlatformFailed(SlackKeys.Platform);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The bot is in the Slack workspace {Team}")]
        public static partial void Started(ILogger logger, string team);

        [LoggerMessage(LogLevel.Information, "There are no suggested questions, because the app lacks the scope {Scope}")]
        public static partial void NoSuggestions(ILogger logger, string scope);

        [LoggerMessage(LogLevel.Warning, "Slack is out of reach: {Reason}")]
        public static partial void Unreachable(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Critical, "The bot is not on Slack any more: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "The bot on Slack broke down")]
        public static partial void Broken(ILogger logger, Exception exception);
    }
}
