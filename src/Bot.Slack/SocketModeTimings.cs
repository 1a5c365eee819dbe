namespace Bot.Slack;

/// <summary>How long the parts of a socket's life may take.</summary>
public sealed class SocketModeTimings
{
    /// <summary>From opening a socket to Slack's hello on it.</summary>
    public TimeSpan Hello { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>The client's own pings.</summary>
    public TimeSpan Ping { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>A ping that stays without an answer so long ends the connection.</summary>
    public TimeSpan Pong { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Not one byte for so long, although Slack pings, and the socket is replaced.</summary>
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(75);

    /// <summary>How long a replaced socket may still deliver.</summary>
    public TimeSpan Linger { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long acknowledgements that are still owed may take when a socket is given up.</summary>
    public TimeSpan Drain { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Slack doesn't end the TCP connection after the close handshake; so long it is waited for.</summary>
    public TimeSpan Close { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The first wait before a new connection; it doubles with each failure.</summary>
    public TimeSpan BackoffFirst { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan BackoffLongest { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>A socket that lived so long counts as a success, and the waits start small again.</summary>
    public TimeSpan Stable { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Between tries while Socket Mode is switched off for the app.</summary>
    public TimeSpan LinkDisabled { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The least wait when the app has too many sockets.</summary>
    public TimeSpan TooManySockets { get; set; } = TimeSpan.FromSeconds(30);
}
