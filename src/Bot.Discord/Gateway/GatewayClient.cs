using System.Collections.Immutable;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Runs this process's shards.</summary>
internal sealed partial class GatewayClient(GatewayServices services, IApplicationApi api, TokenGuard token) : IDiscordGateway, IDisposable
{
    private readonly GatewayDiscovery _discovery = new(api, services.Clock, services.Loggers.CreateLogger<GatewayDiscovery>());
    private readonly ILogger _logger = services.Loggers.CreateLogger<GatewayClient>();
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IReadOnlyList<GatewayShard> _shards = [];
    private volatile string? _problem;
    private volatile Presence? _presence;
    private SessionEnding _ending = SessionEnding.Keep;
    private int _started;

    public event Action<ShardHealth>? HealthChanged;

    public GatewayHealth Health
    {
        get
        {
            ImmutableArray<ShardHealth> shards = [.. _shards.Select(shard => shard.Health)];
            var failed = token.IsRejected || shards.Any(shard => shard.State == ShardState.Failed);
            return new(shards, token.IsRejected ? TokenGuard.Reason : _problem ?? _discovery.Problem, failed);
        }
    }

    public async Task<GatewayOutcome> RunAsync(IGatewayHandler handler, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _started, 1) == 1)
        {
            throw new InvalidOperationException("A gateway client runs once.");
        }
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token, token.Rejected);
            return await CountShardsAsync(stop.Token) is { } count ? await RunShardsAsync(handler, count, stop) : Outcome([]);
        }
        finally
        {
            _finished.TrySetResult();
        }
    }

    public async Task StopAsync(SessionEnding ending)
    {
        _ending = ending;
        await _stop.CancelAsync();
        if (Volatile.Read(ref _started) == 1)
        {
            await _finished.Task;
        }
    }

    public Task UpdatePresenceAsync(Presence presence, CancellationToken cancellationToken)
    {
        _presence = presence;
        return Task.WhenAll(_shards.Select(shard => shard.UpdatePresenceAsync(presence, cancellationToken)));
    }

    public void Dispose() => _stop.Dispose();

    /// <summary>The configured number, or Discord's; null when stopped before Discord told it.</summary>
    private async Task<int?> CountShardsAsync(CancellationToken stop)
    {
        for (var failures = 0; services.Options.ShardCount is null; failures++)
        {
            try
            {
                var budget = await _discovery.GetAsync(stop);
                _problem = null;
                return budget.Shards;
            }
            catch (Exception) when (stop.IsCancellationRequested || token.IsRejected)
            {
                return null;
            }
            catch (DiscordApiException ex)
            {
                _problem = ex.Message;
                Log.NotFound(_logger, ex.Message);
            }
            await PauseAsync(failures, stop);
        }
        return services.Options.ShardCount;
    }

    private async Task PauseAsync(int failures, CancellationToken stop)
    {
        var pause = BackOff.After(failures, services.Options.ReconnectDelay, services.Options.MaxReconnectDelay, services.Jitter);
        try
        {
            await Task.Delay(pause, services.Clock, stop);
        }
        catch (OperationCanceledException)
        {
            // The next try sees it.
        }
    }

    private async Task<GatewayOutcome> RunShardsAsync(IGatewayHandler handler, int count, CancellationTokenSource stop)
    {
        using var starts = new SessionStarts(_discovery, services.Clock, services.Loggers.CreateLogger<SessionStarts>());
        var ids = services.Options.ShardIds.Count > 0 ? services.Options.ShardIds : [.. Enumerable.Range(0, count)];
        _shards = [.. ids.Order().Select(id => NewShard(handler, starts, new(id, count)))];
        var outcomes = await Task.WhenAll(_shards.Select(async shard =>
        {
            var outcome = await shard.RunAsync(() => _ending, stop.Token);
            if (outcome is GatewayOutcome.Failed)
            {
                // What one shard can't do none can: the reasons are the token, the intents and the number of shards.
                await stop.CancelAsync();
            }
            return outcome;
        }));
        return Outcome(outcomes);
    }

    private GatewayShard NewShard(IGatewayHandler handler, SessionStarts starts, ShardId id)
    {
        var store = new SessionStore(services.Options, id.Id, id.Count, services.Loggers.CreateLogger<SessionStore>());
        return new(services, _discovery, starts, store, handler, id, () => _presence, Report);
    }

    private void Report(ShardHealth health)
    {
        try
        {
            HealthChanged?.Invoke(health);
        }
        catch (Exception ex)
        {
            // It runs on the connection's own task, which must not end for it.
            Log.ObserverFailed(_logger, ex);
        }
    }

    private GatewayOutcome Outcome(IReadOnlyList<GatewayOutcome> outcomes)
    {
        var failed = outcomes.OfType<GatewayOutcome.Failed>().FirstOrDefault();
        if (failed is { Reason: TokenGuard.Reason })
        {
            token.Reject();
        }
        failed ??= token.IsRejected ? new(TokenGuard.Reason) : null;
        return failed is null ? new GatewayOutcome.Stopped() : failed;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord doesn't tell where to connect yet: {Reason}")]
        public static partial void NotFound(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "An observer of the connection's health failed")]
        public static partial void ObserverFailed(ILogger logger, Exception exception);
    }
}
