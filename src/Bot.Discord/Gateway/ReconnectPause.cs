namespace Bot.Discord.Gateway;

/// <summary>How long to wait before the next connection.</summary>
internal enum ReconnectPause
{
    /// <summary>Not at all after a healthy connection, else as <see cref="BackOff"/>.</summary>
    None,

    /// <summary>Growing, with jitter.</summary>
    BackOff,

    /// <summary>The 1 to 5 seconds that Discord asks for after an invalid session, or longer.</summary>
    InvalidSession,

    /// <summary>At least 5 seconds: something was sent too fast.</summary>
    TooFast,

    /// <summary>Until the queue has room.</summary>
    QueueRoom,
}
