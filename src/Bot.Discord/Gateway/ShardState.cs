namespace Bot.Discord.Gateway;

public enum ShardState
{
    /// <summary>Not connected: before the start, between tries, or waiting for a turn.</summary>
    Waiting,
    Connecting,
    Identifying,
    Resuming,
    Connected,

    /// <summary>Ended on request.</summary>
    Stopped,

    /// <summary>Ended for good; see <see cref="ShardHealth.Problem"/>.</summary>
    Failed,
}
