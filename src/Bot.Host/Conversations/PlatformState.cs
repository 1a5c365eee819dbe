namespace Bot.Host.Conversations;

/// <summary>How a chat's connection is.</summary>
/// <param name="Connection">Where it stands.</param>
/// <param name="Problem">What is wrong, in a sentence, or null.</param>
internal sealed record PlatformState(PlatformConnection Connection, string? Problem = null)
{
    public bool IsConnected => Connection == PlatformConnection.Connected;
}

/// <summary>From better to worse.</summary>
internal enum PlatformConnection
{
    Connected,

    /// <summary>Not now, but it tries.</summary>
    Connecting,

    /// <summary>It won't try again: somebody has to do something first.</summary>
    Failed,
}
