namespace Bot.Slack.Simulator.SocketMode;

/// <summary>Why Slack says it will end a socket.</summary>
public enum DisconnectReason
{
    /// <summary>About ten seconds from now.</summary>
    Warning,

    RefreshRequested,
    LinkDisabled,
    TooManyWebsockets,
}
