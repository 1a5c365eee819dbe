using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.SocketMode;

/// <summary>The app's sockets: who is connected, who gets the next envelope, and what is acknowledged on which socket.</summary>
internal sealed class SocketHub(SimulatorCore core)
{
    private readonly Dictionary<string, DeliveryAttempt> _unacknowledged = new(StringComparer.Ordinal);
    private readonly Random _chance = new(core.Options.Seed);
    private int _lastNumber;
    private int _connections;

    /// <summary>How long after the warning a socket ends.</summary>
    public static readonly TimeSpan WarningTime = TimeSpan.FromSeconds(10);

    /// <summary>How long a socket lives whose address has <c>debug_reconnects=true</c>.</summary>
    public static readonly TimeSpan DebugLifetime = TimeSpan.FromSeconds(30);

    public TicketOffice Tickets { get; } = new(core);

    /// <summary>The open sockets, oldest first.</summary>
    public ImmutableArray<SlackSocket> Sockets { get; private set; } = [];

    /// <summary>How many sockets there ever were.</summary>
    public int SocketsOpened => _lastNumber;

    /// <summary>TCP connections that nobody has ended yet, those after a close handshake too.</summary>
    public int Connections => _connections;

    /// <summary>How late acknowledgements are noted, as if the network were slow.</summary>
    public TimeSpan AcknowledgementDelay { get; set; }

    /// <summary>Connections to accept without ever saying hello.</summary>
    public int WithheldHellos { get; set; }

    /// <summary>Whether Socket Mode is turned off for the app: new sockets are told so and closed.</summary>
    public bool IsLinkDisabled { get; set; }

    /// <summary>Takes a new connection in, greets it, and gives the socket's number.</summary>
    public void Add(SlackSocket socket)
    {
        lock (core.Gate)
        {
            var isOneTooMany = Sockets.Length >= core.Options.MaximumSockets;
            Sockets = Sockets.Add(socket);
            if (isOneTooMany || IsLinkDisabled)
            {
                socket.Disconnect(isOneTooMany ? DisconnectReason.TooManyWebsockets : DisconnectReason.LinkDisabled);
            }
            else if (WithheldHellos > 0)
            {
                WithheldHellos--;
            }
            else
            {
                socket.Send(SocketMessages.Hello(core.AppId, Sockets.Length, core.Options.ApproximateConnectionTime));
                socket.IsReady = true;
            }
            core.Changes.Publish(new SlackChange.SocketOpened(socket));
        }
    }

    public int NextNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>Forgets a socket; what it was given and hasn't acknowledged has failed.</summary>
    public void Remove(SlackSocket socket)
    {
        lock (core.Gate)
        {
            Sockets = Sockets.Remove(socket);
            core.Changes.Publish(new SlackChange.SocketClosed(socket));
            foreach (var attempt in _unacknowledged.Values.Where(attempt => attempt.Socket == socket).ToList())
            {
                _unacknowledged.Remove(attempt.EnvelopeId);
                core.Deliveries.AttemptFailed(attempt);
            }
        }
    }

    /// <summary>Warns a socket whose time is over, and ends it when it is called again.</summary>
    public void Retire(SlackSocket socket)
    {
        lock (core.Gate)
        {
            if (socket.IsWarned && socket.IsReady)
            {
                socket.Disconnect(DisconnectReason.RefreshRequested);
            }
            else if (socket.IsReady)
            {
                socket.AnnounceDisconnect(DisconnectReason.Warning);
            }
        }
    }

    /// <summary>Counts a TCP connection until it is disposed.</summary>
    public IDisposable CountConnection() => new CountedConnection(this);

    /// <summary>A socket for the next envelope, any one, other than <paramref name="except"/> where there is another.</summary>
    public SlackSocket? Choose(SlackSocket? except)
    {
        var ready = Sockets.RemoveAll(socket => !socket.IsReady);
        var others = ready.RemoveAll(socket => socket == except);
        var choice = others.IsEmpty ? ready : others;
        return choice.IsEmpty ? null : choice[_chance.Next(choice.Length)];
    }

    public void Send(DeliveryAttempt attempt)
    {
        _unacknowledged[attempt.EnvelopeId] = attempt;
        attempt.Socket.Send(SocketMessages.Envelope(attempt));
    }

    /// <summary>Reads what the app sent: acknowledgements, and nothing else.</summary>
    public void Receive(SlackSocket socket, string text)
    {
        lock (core.Gate)
        {
            if (Json.TryObject(text) is not { } message || message.Text("envelope_id") is not { } envelopeId)
            {
                core.Unexpected.Add($"Socket {socket.Number} sent what is no acknowledgement: {text}");
            }
            else if (!_unacknowledged.TryGetValue(envelopeId, out var attempt))
            {
                core.Unexpected.Add($"Socket {socket.Number} acknowledged {envelopeId}, which isn't open.");
            }
            else if (attempt.Socket != socket)
            {
                core.Unexpected.Add($"Socket {socket.Number} acknowledged {envelopeId}, which was delivered on socket {attempt.Socket.Number}.");
            }
            else
            {
                _unacknowledged.Remove(envelopeId);
                core.Deliveries.Later(AcknowledgementDelay, () => core.Deliveries.Acknowledge(attempt, message["payload"] as JsonObject));
            }
        }
    }

    private sealed class CountedConnection : IDisposable
    {
        private readonly SocketHub _hub;

        public CountedConnection(SocketHub hub)
        {
            _hub = hub;
            Interlocked.Increment(ref hub._connections);
        }

        public void Dispose() => Interlocked.Decrement(ref _hub._connections);
    }
}
