using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Rendering;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Gateway;

/// <summary>The gateway's side of the protocol: what each payload of each client leads to.</summary>
internal sealed class GatewayHub(World world, Sessions sessions, SessionStarts starts, DiscordSimulatorOptions options)
{
    private readonly List<GatewayConnection> _connections = [];
    private readonly Queue<ConnectionFaults> _nextFaults = [];
    private bool _tokenReset;

    public SignalLog<ClientPayload> Log { get; } = new(options.HistoryLimit);

    public IEnumerable<GatewayConnection> Connections => _connections;

    public int Opened { get; private set; }

    /// <summary>Goes wrong on every connection that nothing else was said for.</summary>
    public ConnectionFaults AlwaysFaults { get; set; } = ConnectionFaults.None;

    public void FaultNext(ConnectionFaults faults) => _nextFaults.Enqueue(faults);

    public ConnectionFaults TakeFaults() => _nextFaults.TryDequeue(out var faults) ? faults : AlwaysFaults;

    public int NextNumber() => ++Opened;

    public void Open(GatewayConnection connection)
    {
        _connections.Add(connection);
        Note("connect", connection, Json.EmptyObject);
        if (connection.Request.Version != "10")
        {
            connection.Close(CloseCodes.InvalidApiVersion, "Invalid API version.");
        }
        else if (connection.Faults.ReconnectInPlaceOfHello)
        {
            connection.Send(GatewayOp.Reconnect, null);
        }
        else if (!connection.Faults.NoHello)
        {
            connection.Send(GatewayOp.Hello, new JsonObject { ["heartbeat_interval"] = (long)options.HeartbeatInterval.TotalMilliseconds });
        }
    }

    public void Closed(GatewayConnection connection, int? clientCode)
    {
        _connections.Remove(connection);
        // Only the client's own 1000 or 1001 ends the session; an answer to our close frame repeats our code.
        if (connection is { ClosedWith: null, Session: { } session } && clientCode is CloseCodes.Normal or CloseCodes.GoingAway)
        {
            sessions.End(session);
        }
        sessions.Detach(connection);
        Log.Add(new("disconnect", connection.Number, world.Now) { CloseCode = clientCode, ViaResumeHost = connection.Request.ViaResumeHost });
    }

    public void Receive(GatewayConnection connection, ReadOnlyMemory<byte> utf8)
    {
        if (connection.ClosedWith is not null)
        {
            return;
        }
        if (!connection.Budget.TryTake())
        {
            sessions.Detach(connection);
            connection.Close(CloseCodes.RateLimited, "You are sending too fast.");
            return;
        }
        if (Read(utf8) is not { } payload || payload.GetInt("op") is not { } op)
        {
            connection.Close(CloseCodes.DecodeError, "Error while decoding payload.");
            return;
        }
        var data = payload.TryGetProperty("d", out var d) ? d.Clone() : Json.EmptyObject;
        Handle(connection, (GatewayOp)op, data);
    }

    private void Handle(GatewayConnection connection, GatewayOp op, JsonElement data)
    {
        switch (op)
        {
            case GatewayOp.Heartbeat:
                Note("heartbeat", connection, data);
                Acknowledge(connection);
                break;
            case GatewayOp.Identify:
                Note("identify", connection, data);
                Identify(connection, data);
                break;
            case GatewayOp.Resume:
                Note("resume", connection, data);
                Resume(connection, data);
                break;
            case GatewayOp.PresenceUpdate or GatewayOp.VoiceStateUpdate or GatewayOp.RequestGuildMembers when connection.Session is null:
                connection.Close(CloseCodes.NotAuthenticated, "Not authenticated.");
                break;
            case GatewayOp.PresenceUpdate:
                Note("presence", connection, data);
                break;
            case GatewayOp.VoiceStateUpdate or GatewayOp.RequestGuildMembers:
                Note("other", connection, data);
                break;
            default:
                connection.Close(CloseCodes.UnknownOpcode, "Unknown opcode.");
                break;
        }
    }

    private void Acknowledge(GatewayConnection connection)
    {
        if (connection.Faults.IgnoreHeartbeats)
        {
            return;
        }
        if (connection.Faults.AckDelay > TimeSpan.Zero)
        {
            _ = AcknowledgeLateAsync(connection);
        }
        else
        {
            connection.Send(GatewayOp.HeartbeatAck, null);
        }
    }

    private async Task AcknowledgeLateAsync(GatewayConnection connection)
    {
        await Task.Delay(connection.Faults.AckDelay, options.Clock, CancellationToken.None);
        connection.Send(GatewayOp.HeartbeatAck, null);
    }

    private void Identify(GatewayConnection connection, JsonElement identify)
    {
        if (connection.Session is not null)
        {
            sessions.Detach(connection);
            connection.Close(CloseCodes.AlreadyAuthenticated, "Already authenticated.");
            return;
        }
        if ((_tokenReset ? CloseCodes.AuthenticationFailed : IdentifyRules.Check(identify, options.Token, options.GrantedIntents, options.Shards)) is { } bad)
        {
            connection.Close(bad, Reason(bad));
            return;
        }
        var shard = IdentifyRules.ShardOf(identify);
        if (connection.Faults.CloseOnIdentify is { } code)
        {
            connection.Close(code, Reason(code));
        }
        else if (connection.Faults.InvalidateOnIdentify || !starts.IsInTime(shard.Shard))
        {
            connection.Send(GatewayOp.InvalidSession, JsonValue.Create(false));
        }
        else if (!starts.TryTake())
        {
            ResetToken();
        }
        else if (!connection.Faults.NoReady)
        {
            Welcome(connection, identify, shard);
        }
    }

    private void Welcome(GatewayConnection connection, JsonElement identify, (int Shard, int Count) shard)
    {
        connection.CompressPayloads = identify.GetFlag("compress") == true && !connection.Request.ZlibStream;
        var session = sessions.Start(connection, shard, (Intents)identify.GetInt("intents")!.Value);
        session.Append("READY", sessions.Ready(session));
        if (session.Intents.HasFlag(Intents.Guilds))
        {
            foreach (var guild in world.Guilds.Where(guild => guild.Available && session.Hears(guild.Id)))
            {
                session.Append("GUILD_CREATE", GuildJson.Created(world, guild));
            }
        }
    }

    private void Resume(GatewayConnection connection, JsonElement resume)
    {
        if (connection.Session is not null)
        {
            sessions.Detach(connection);
            connection.Close(CloseCodes.AlreadyAuthenticated, "Already authenticated.");
        }
        else if (_tokenReset || resume.GetText("token") != options.Token)
        {
            connection.Close(CloseCodes.AuthenticationFailed, Reason(CloseCodes.AuthenticationFailed));
        }
        else if (connection.Faults.CutOnResume)
        {
            connection.Send(new Frame.Cut());
        }
        else if (connection.Faults.CloseOnResume is { } code)
        {
            connection.Close(code, Reason(code));
        }
        else if (connection.Faults.InvalidateOnResume is { } resumable)
        {
            Invalidate(connection, resume.GetText("session_id"), resumable);
        }
        else
        {
            Continue(connection, resume);
        }
    }

    private void Continue(GatewayConnection connection, JsonElement resume)
    {
        if (sessions.Find(resume.GetText("session_id")) is not { } session || resume.GetInt("seq") is not { } sequence)
        {
            connection.Send(GatewayOp.InvalidSession, JsonValue.Create(false));
            return;
        }
        if (sequence > session.LastSequence || sequence < 0)
        {
            connection.Close(CloseCodes.InvalidSequence, "Invalid seq.");
            return;
        }
        if (!session.CanReplayAfter(sequence))
        {
            Invalidate(connection, session.Id, resumable: false);
            return;
        }
        if (session.Connection is { } old)
        {
            old.Session = null;
            old.Close(CloseCodes.Unknown, "Session resumed elsewhere.");
        }
        session.Attach(connection);
        connection.Session = session;
        session.Replay(sequence);
        session.Append("RESUMED", new JsonObject());
    }

    private void Invalidate(GatewayConnection connection, string? sessionId, bool resumable)
    {
        if (!resumable && sessions.Find(sessionId) is { } session)
        {
            sessions.End(session);
        }
        connection.Send(GatewayOp.InvalidSession, JsonValue.Create(resumable));
    }

    /// <summary>What Discord does when the day's Identifies are used up: all sessions end and the token is worth nothing.</summary>
    private void ResetToken()
    {
        _tokenReset = true;
        foreach (var connection in _connections)
        {
            connection.Close(CloseCodes.AuthenticationFailed, Reason(CloseCodes.AuthenticationFailed));
        }
    }

    private void Note(string name, GatewayConnection connection, JsonElement data) => Log.Add(new(name, connection.Number, world.Now)
    {
        Data = data,
        Sequence = data.ValueKind == JsonValueKind.Number ? data.GetInt32() : data.GetInt("seq"),
        SessionId = data.GetText("session_id"),
        ViaResumeHost = connection.Request.ViaResumeHost,
        Query = connection.Request.Query,
        UserAgent = connection.Request.UserAgent,
    });

    private static JsonElement? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return Json.Parse(utf8.Span) is { ValueKind: JsonValueKind.Object } payload ? payload : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Reason(int code) => code switch
    {
        CloseCodes.AuthenticationFailed => "Authentication failed.",
        CloseCodes.InvalidShard => "Invalid shard.",
        CloseCodes.ShardingRequired => "Sharding required.",
        CloseCodes.InvalidIntents => "Invalid intent(s).",
        CloseCodes.DisallowedIntents => "Disallowed intent(s).",
        _ => $"Closed with {code}.",
    };
}
