namespace Bot.Discord.Simulator.Gateway;

/// <summary>What goes wrong on one connection.</summary>
public sealed record ConnectionFaults
{
    public static ConnectionFaults None { get; } = new();

    /// <summary>Answers the WebSocket upgrade with this HTTP status instead.</summary>
    public int? RefuseUpgrade { get; init; }

    public bool NoHello { get; init; }

    /// <summary>Sends op 7 where Hello should come.</summary>
    public bool ReconnectInPlaceOfHello { get; init; }

    public bool IgnoreHeartbeats { get; init; }

    public TimeSpan AckDelay { get; init; }

    /// <summary>Takes an Identify and never says READY.</summary>
    public bool NoReady { get; init; }

    /// <summary>Closes with this code when the client identifies.</summary>
    public int? CloseOnIdentify { get; init; }

    /// <summary>Closes with this code when the client resumes.</summary>
    public int? CloseOnResume { get; init; }

    /// <summary>Answers an Identify with op 9.</summary>
    public bool InvalidateOnIdentify { get; init; }

    /// <summary>Answers a Resume with op 9 and this <c>d</c>.</summary>
    public bool? InvalidateOnResume { get; init; }

    /// <summary>Cuts the connection when the client resumes.</summary>
    public bool CutOnResume { get; init; }
}
