using System.Collections.Immutable;
using Bot.Slack.Simulator.Faults;

namespace Bot.Slack.Simulator.SocketMode;

/// <summary>A test's hand on the app's sockets and on how events travel.</summary>
public sealed class SocketControl
{
    private readonly SimulatorCore _core;

    internal SocketControl(SimulatorCore core) => _core = core;

    /// <summary>The open sockets, oldest first.</summary>
    public ImmutableArray<SlackSocket> Open => _core.Hub.Sockets;

    /// <summary>How many sockets there ever were.</summary>
    public int Opened => _core.Hub.SocketsOpened;

    /// <summary>TCP connections that nobody has ended yet. Slack leaves them open after the close handshake, so an app that forgets to end them leaks.</summary>
    public int Connections => _core.Hub.Connections;

    /// <summary>How late acknowledgements are noted; past the window the event is delivered again.</summary>
    public TimeSpan AcknowledgementDelay
    {
        set => Change(() => _core.Hub.AcknowledgementDelay = value);
    }

    /// <summary>From sending to acknowledgement, for all envelopes so far.</summary>
    public ImmutableArray<TimeSpan> AcknowledgementLatencies
    {
        get
        {
            lock (_core.Gate)
            {
                return [.. _core.Deliveries.Latencies];
            }
        }
    }

    /// <summary>Delivers events twice, late and out of order.</summary>
    public DeliveryDisorder Disorder
    {
        set => Change(() => _core.Deliveries.Disorder = value);
    }

    /// <summary>Turns Socket Mode off or on for the app. Open sockets are told <c>link_disabled</c> and closed.</summary>
    public void SetLinkDisabled(bool isDisabled) => Change(() =>
    {
        _core.Hub.IsLinkDisabled = isDisabled;
        foreach (var socket in isDisabled ? Open : [])
        {
            socket.Disconnect(DisconnectReason.LinkDisabled);
        }
    });

    /// <summary>Accepts the next connections without ever saying hello.</summary>
    public void WithholdHello(int times = 1) => Change(() => _core.Hub.WithheldHellos += times);

    /// <summary>Makes the next WebSocket addresses ones that the server refuses with 403.</summary>
    public void IssueDeadTickets(int times = 1) => Change(() => _core.Hub.Tickets.DeadTickets += times);

    /// <summary>Loses the next acknowledgements on their way, so that events come again although they were acknowledged.</summary>
    public void LoseAcknowledgements(int times = 1) => Change(() => _core.Deliveries.LostAcknowledgements += times);

    private void Change(Action change)
    {
        lock (_core.Gate)
        {
            change();
        }
    }
}
