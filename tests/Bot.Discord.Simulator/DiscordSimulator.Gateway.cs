using System.Text;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Gateway;

namespace Bot.Discord.Simulator;

/// <content>The gateway as tests see and disturb it. What acts on connections acts on all that are open.</content>
public sealed partial class DiscordSimulator
{
    /// <summary>What clients did on the gateway so far, oldest first.</summary>
    public IReadOnlyList<ClientPayload> GatewayLog => _hub.Log.Items;

    /// <summary>WebSocket connections that are open now.</summary>
    public int OpenConnections => Locked(() => _hub.Connections.Count());

    /// <summary>WebSocket connections that were ever opened.</summary>
    public int ConnectionsOpened => Locked(() => _hub.Opened);

    /// <summary>The sequence number of the newest event, of the session that got furthest.</summary>
    public int LastSequence => Locked(() => _sessions.All.Select(session => session.LastSequence).DefaultIfEmpty().Max());

    /// <summary>The ids of sessions that are open or can be resumed.</summary>
    public IReadOnlyList<string> SessionIds => Locked<IReadOnlyList<string>>(() => [.. _sessions.All.Select(session => session.Id)]);

    /// <summary>What goes wrong with events on their way to sessions.</summary>
    public DispatchChaos DispatchChaos
    {
        get => Locked(() => _sessions.Chaos);
        set => Locked(() => _sessions.Chaos = value);
    }

    /// <summary>What goes wrong on every new connection that <see cref="FaultNextConnection"/> says nothing about.</summary>
    public ConnectionFaults ConnectionFaults
    {
        get => Locked(() => _hub.AlwaysFaults);
        set => Locked(() => _hub.AlwaysFaults = value);
    }

    /// <summary>What goes wrong on the next connection; called again, on the one after it.</summary>
    public void FaultNextConnection(ConnectionFaults faults) => Locked(() => _hub.FaultNext(faults));

    /// <summary>Takes the next thing of this name that a client did and that no call took before.</summary>
    /// <param name="name">"connect", "identify", "resume", "heartbeat", "presence", "other" or "disconnect".</param>
    /// <exception cref="TimeoutException">None came within a minute.</exception>
    public Task<ClientPayload> ExpectAsync(string name, CancellationToken cancellationToken = default) =>
        _hub.Log.TakeAsync($"\"{name}\" on the gateway", payload => payload.Name == name, cancellationToken);

    /// <summary>Cuts the TCP connections, or closes them with a code, and waits until they are gone.</summary>
    public Task DropConnectionAsync(int? closeCode = null) => OnAllAsync(connection =>
    {
        if (closeCode is { } code)
        {
            connection.Close(code, "Closed by the test.");
        }
        else
        {
            connection.Send(new Frame.Cut());
        }
    });

    /// <summary>Ends all sessions as Discord may at any time, without a word: the next resume gets op 9.</summary>
    public void ForgetSessions() => Locked(() =>
    {
        foreach (var session in _sessions.All.ToArray())
        {
            _sessions.End(session);
        }
    });

    /// <summary>Says nothing more on the open connections, while TCP stays up.</summary>
    public void Silence() => OnAll(connection => connection.Silent = true);

    /// <summary>Changes what goes wrong on the open connections.</summary>
    public void FaultOpenConnections(ConnectionFaults faults) => OnAll(connection => connection.Faults = faults);

    /// <summary>Sends op 7.</summary>
    public void RequestReconnect() => OnAll(connection => connection.Send(GatewayOp.Reconnect, null));

    /// <summary>Sends op 1: beat now.</summary>
    public void RequestHeartbeat() => OnAll(connection => connection.Send(GatewayOp.Heartbeat, null));

    /// <summary>Asks for a heartbeat and waits for one that shows that a client has received every event so far.</summary>
    public Task HeardAsync(CancellationToken cancellationToken = default)
    {
        var last = LastSequence;
        RequestHeartbeat();
        return _hub.Log.TakeAsync($"a heartbeat from {last} on", payload => payload.Name == "heartbeat" && payload.Sequence >= last, cancellationToken);
    }

    /// <summary>Sends op 9. The connection has no session then: the client may resume or identify on it, or on a new one.</summary>
    /// <param name="resumable">Its <c>d</c>; false ends the session here too.</param>
    public void InvalidateSession(bool resumable) => OnAll(connection =>
    {
        if (!resumable && connection.Session is { } session)
        {
            _sessions.End(session);
        }
        _sessions.Detach(connection);
        connection.Send(GatewayOp.InvalidSession, JsonValue.Create(resumable));
    });

    /// <summary>Sends a text message as it is, such as broken JSON.</summary>
    public void SendText(string text) => OnAll(connection => connection.Send(new Frame.Raw(Encoding.UTF8.GetBytes(text), IsText: true)));

    /// <summary>Sends a binary message as it is.</summary>
    public void SendBinary(byte[] bytes) => OnAll(connection => connection.Send(new Frame.Raw(bytes, IsText: false)));

    /// <summary>Sends any event to all sessions, with a sequence number, so that it is replayed too.</summary>
    public void SendEvent(string name, JsonObject data) => Locked(() =>
    {
        foreach (var session in _sessions.All)
        {
            session.Append(name, data.DeepClone());
        }
    });

    /// <summary>Names an address in READY from now on that nobody listens at, or the true one again.</summary>
    public void SetResumeHost(bool alive) =>
        // Port 9 of loopback: "discard", which nothing serves.
        Locked(() => _sessions.ResumeAddress = alive ? $"ws://127.0.0.1:{_server!.ResumePort}" : "ws://127.0.0.1:9");

    /// <summary>Sends again, with their old sequence numbers, the last events of each open session.</summary>
    public void ReplayLast(int events) => Locked(() =>
    {
        foreach (var session in _sessions.All)
        {
            session.Replay(session.LastSequence - events);
        }
    });

    private void OnAll(Action<GatewayConnection> act) => Locked(() =>
    {
        foreach (var connection in _hub.Connections.ToArray())
        {
            act(connection);
        }
    });

    private async Task OnAllAsync(Action<GatewayConnection> act)
    {
        var gone = Locked(() => _hub.Connections.Select(connection => connection.Gone).ToArray());
        OnAll(act);
        await Task.WhenAll(gone);
    }
}
