namespace Bot.Discord.Gateway;

/// <summary>Why a connection ended.</summary>
internal abstract record ConnectionEnd
{
    private ConnectionEnd()
    {
    }

    /// <summary>For logs and health: the end of a sentence that begins with the shard.</summary>
    public string Description => this switch
    {
        Closed { Code: { } code } => $"was closed by Discord with code {code}",
        Closed => "broke off",
        ReconnectAsked => "was asked to reconnect",
        SessionInvalid => "lost its session",
        Unreachable unreachable => $"could not connect: {unreachable.Reason}",
        Silent => "heard nothing more from Discord",
        TimedOut timedOut => $"waited in vain for {timedOut.Awaited}",
        Broken broken => $"broke off: {broken.Reason}",
        TooLarge => "was sent a message over the size limit",
        QueueFull => "received more than the handler takes",
        _ => "stopped",
    };

    /// <summary>Discord closed it; without a code when the connection just broke off.</summary>
    public sealed record Closed(int? Code) : ConnectionEnd;

    /// <summary>Discord asked for a new one (op 7).</summary>
    public sealed record ReconnectAsked : ConnectionEnd;

    /// <summary>Discord doesn't take the session (op 9).</summary>
    public sealed record SessionInvalid(bool MayResume) : ConnectionEnd;

    /// <summary>It couldn't be opened.</summary>
    /// <param name="Reason">For the log.</param>
    /// <param name="DiscordAnswers">REST works meanwhile, so the fault is that host's and not the network's.</param>
    public sealed record Unreachable(string Reason, bool DiscordAnswers) : ConnectionEnd;

    /// <summary>A heartbeat wasn't acknowledged, or nothing at all was heard: the peer is gone, whatever TCP says.</summary>
    public sealed record Silent : ConnectionEnd;

    /// <summary>Hello, READY or RESUMED didn't come in time.</summary>
    public sealed record TimedOut(string Awaited) : ConnectionEnd;

    /// <summary>Sending, receiving or decompressing failed.</summary>
    public sealed record Broken(string Reason) : ConnectionEnd;

    /// <summary>A message was larger than allowed.</summary>
    public sealed record TooLarge : ConnectionEnd;

    /// <summary>An event didn't fit in the queue, and is to be sent again later.</summary>
    public sealed record QueueFull : ConnectionEnd;

    /// <summary>The client is stopping.</summary>
    public sealed record Stopped : ConnectionEnd;
}
