using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Keeps one shard connected: one connection after another, until stopped or until nothing helps.</summary>
internal sealed partial class GatewayShard(
    GatewayServices services,
    GatewayDiscovery discovery,
    SessionStarts starts,
    SessionStore store,
    IGatewayHandler handler,
    ShardId shard,
    Func<Presence?> currentPresence,
    Action<ShardHealth> healthChanged)
{
    private readonly EventQueue _queue = new(handler, services, shard.Id);
    private readonly ILogger _logger = services.Loggers.CreateLogger<GatewayShard>();
    private volatile SessionProgress? _session;
    private volatile GatewayConnection? _connection;
    private volatile string? _problem;
    private volatile ShardState _state = ShardState.Waiting;
    private GatewaySession _decisions = GatewaySession.Fresh;
    private bool _hadSession;
    private int _failures;

    public ShardHealth Health => new(shard.Id, _state, Watchdog.Problem(_queue) ?? _problem, _connection?.Latency, _queue.Count);

    /// <summary>Runs until stopped; nothing is left running afterwards.</summary>
    public async Task<GatewayOutcome> RunAsync(Func<SessionEnding> ending, CancellationToken stop)
    {
        _session = await store.LoadAsync(CancellationToken.None);
        using var draining = new CancellationTokenSource();
        using var upkeep = new CancellationTokenSource();
        var handing = _queue.RunAsync(draining.Token);
        var saving = SaveAsync(upkeep.Token);
        var watching = Watchdog.RunAsync(() => _connection, _queue, services, shard, upkeep.Token);

        var outcome = await StayConnectedAsync(ending, stop);

        _queue.Complete();
        await DrainAsync(handing, draining);
        await upkeep.CancelAsync();
        await Task.WhenAll(saving, watching);
        await SettleAsync(outcome, ending());
        return outcome;
    }

    /// <summary>Shows the presence, if the shard is connected; later connections show the current one by themselves.</summary>
    public Task UpdatePresenceAsync(Presence presence, CancellationToken cancellationToken) =>
        _connection?.SendLimitedAsync(OutgoingPayloads.Update(presence), cancellationToken) ?? Task.CompletedTask;

    private async Task<GatewayOutcome> StayConnectedAsync(Func<SessionEnding> ending, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await ConnectOnceAsync(ending, stop) is { } failed)
                {
                    return failed;
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
        }
        return new GatewayOutcome.Stopped();
    }

    private async Task<GatewayOutcome.Failed?> ConnectOnceAsync(Func<SessionEnding> ending, CancellationToken stop)
    {
        var resuming = _session is not null;
        var intake = new EventIntake(_queue, _session, services, shard.Id);
        var end = await ConnectAsync(intake, resuming, ending, stop);
        if (stop.IsCancellationRequested)
        {
            return null;
        }
        _problem = $"Shard {shard.Id} {end.Description}.";
        (_decisions, var move) = _decisions.After(end, resuming, intake.HasProgressed);
        services.Metrics.ConnectionEnded(move.GetType().Name);
        if (end is ConnectionEnd.Closed { Code: { } code } && GatewayCloseCode.IsOurFault(code))
        {
            Log.OurFault(_logger, shard.Id, code);
        }
        switch (move)
        {
            case GatewayMove.GiveUp gaveUp:
                return new(FatalReason.For(gaveUp.Code, services.Options.Intents, shard.Id, shard.Count));
            case GatewayMove.Identify identify:
                _session = null;
                await PauseAsync(end, "identifies", identify.Pause, stop);
                break;
            case GatewayMove.Resume resume:
                await PauseAsync(end, _session is null ? "identifies" : "resumes", resume.Pause, stop);
                break;
        }
        return null;
    }

    /// <summary>One connection, whatever happens on the way to it: the loop must outlive everything but stopping.</summary>
    private async Task<ConnectionEnd> ConnectAsync(EventIntake intake, bool resuming, Func<SessionEnding> ending, CancellationToken stop)
    {
        try
        {
            using var start = intake.Session is null ? await starts.EnterAsync(shard.Id, isFirst: !_hadSession, stop) : null;
            var opening = start is null ? await ResumeAsync(intake.Session!, stop) : Identify(start);
            await using var connection = new GatewayConnection(services, shard.Id, intake, opening, state => Reached(state, intake));
            _connection = connection;
            var end = await connection.RunAsync(ending, stop);
            if (connection.EstablishedFor >= services.Options.HealthyAfter)
            {
                _failures = 0;
            }
            return resuming && end is ConnectionEnd.Unreachable unreachable
                ? unreachable with { DiscordAnswers = await discovery.AnswersAsync(stop) }
                : end;
        }
        catch (DiscordApiException ex)
        {
            return new ConnectionEnd.Unreachable(ex.Message, DiscordAnswers: false);
        }
        catch (Exception ex) when (!stop.IsCancellationRequested)
        {
            Log.Unexpected(_logger, ex, shard.Id);
            return new ConnectionEnd.Broken(ex.Message);
        }
        finally
        {
            _connection = null;
            Reached(ShardState.Waiting, intake);
        }
    }

    private ConnectionOpening Identify(SessionStart start)
    {
        Presence? shown = null;
        return new(
            GatewayAddress.For(start.Url, services.Options.Compress),
            () =>
            {
                start.Use();
                shown = currentPresence();
                return OutgoingPayloads.Identify(services.Options, shard, shown);
            },
            () => PresenceOtherThan(shown));
    }

    private async Task<ConnectionOpening> ResumeAsync(SessionProgress session, CancellationToken stop)
    {
        var gateway = session.ResumeGatewayUrl ?? (await discovery.GetAsync(stop)).Url;
        return new(
            GatewayAddress.For(gateway, services.Options.Compress),
            () => OutgoingPayloads.Resume(services.Options.Token, session.SessionId, session.Received),
            // It may have changed while there was no connection, or been lost with the last one.
            () => PresenceOtherThan(shown: null));
    }

    private byte[]? PresenceOtherThan(Presence? shown) => currentPresence() is { } current && current != shown ? OutgoingPayloads.Update(current) : null;

    private void Reached(ShardState state, EventIntake intake)
    {
        // READY replaces the session; a resume keeps it.
        _session = intake.Session;
        if (state == ShardState.Connected)
        {
            _hadSession = true;
            _problem = null;
            Log.Connected(_logger, shard.Id, shard.Count);
        }
        ChangeTo(state);
    }

    private void ChangeTo(ShardState state)
    {
        if (_state != state)
        {
            _state = state;
            healthChanged(Health);
        }
    }

    private async Task PauseAsync(ConnectionEnd end, string next, ReconnectPause pause, CancellationToken stop)
    {
        var duration = Pauses.Duration(pause, _failures, services.Options, services.Jitter);
        Log.Reconnecting(_logger, shard.Id, end.Description, next, duration.TotalSeconds);
        if (pause == ReconnectPause.QueueRoom)
        {
            await _queue.WaitForRoomAsync(stop);
            return;
        }
        _failures++;
        await Task.Delay(duration, services.Clock, stop);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(services.Options.SaveInterval, services.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (_session is { } session)
                {
                    await store.SaveAsync(session, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The last save follows.
        }
    }

    private async Task DrainAsync(Task handing, CancellationTokenSource draining)
    {
        try
        {
            await handing.WaitAsync(services.Options.DrainTimeout, services.Clock, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            await draining.CancelAsync();
            await handing;
        }
    }

    private async Task SettleAsync(GatewayOutcome outcome, SessionEnding ending)
    {
        if (ending == SessionEnding.End)
        {
            store.Clear();
        }
        else if (_session is { } session)
        {
            await store.SaveAsync(session, CancellationToken.None);
        }
        if (outcome is GatewayOutcome.Failed failed)
        {
            _problem = failed.Reason;
            Log.Failed(_logger, shard.Id, failed.Reason);
        }
        ChangeTo(outcome is GatewayOutcome.Failed ? ShardState.Failed : ShardState.Stopped);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Shard {Shard} of {Count} is connected")]
        public static partial void Connected(ILogger logger, int shard, int count);

        [LoggerMessage(LogLevel.Information, "Shard {Shard} {End}; it {Next} in {Seconds:0.0} s")]
        public static partial void Reconnecting(ILogger logger, int shard, string end, string next, double seconds);

        [LoggerMessage(LogLevel.Error, "Discord closed shard {Shard} with {Code}: something this client sent was wrong; please report it")]
        public static partial void OurFault(ILogger logger, int shard, int code);

        [LoggerMessage(LogLevel.Error, "Shard {Shard} met something unplanned and tries again")]
        public static partial void Unexpected(ILogger logger, Exception exception, int shard);

        [LoggerMessage(LogLevel.Critical, "Shard {Shard} stays disconnected: {Reason}")]
        public static partial void Failed(ILogger logger, int shard, string reason);
    }
}
