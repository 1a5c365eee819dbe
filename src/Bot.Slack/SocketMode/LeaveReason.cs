namespace Bot.Slack.SocketMode;

/// <summary>Why a socket is given up.</summary>
internal enum LeaveReason
{
    /// <summary>Slack will end it in about ten seconds.</summary>
    Warning,

    /// <summary>Slack ends it now.</summary>
    RefreshRequested,

    /// <summary>The time that Slack's hello gave it is nearly over.</summary>
    LifetimeEnding,

    /// <summary>Socket Mode was switched off for the app.</summary>
    LinkDisabled,

    TooManyWebsockets,

    /// <summary>A disconnect for a reason that this client doesn't know.</summary>
    OtherDisconnect,

    /// <summary>The other side closed it, with any code, or the connection broke.</summary>
    Closed,

    /// <summary>Not even a ping came for too long.</summary>
    Silent,

    MessageTooLarge,

    NoHello,

    /// <summary>No address was to be had, or it was refused.</summary>
    NotOpened,

    ShuttingDown,
}
