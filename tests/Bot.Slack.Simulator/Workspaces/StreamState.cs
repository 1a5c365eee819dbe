namespace Bot.Slack.Simulator.Workspaces;

/// <summary>Where a streamed message stands. <see cref="None"/> is a message that was never streamed.</summary>
public enum StreamState
{
    None,
    Streaming,
    Stopped,
    StoppedByUser,
}
