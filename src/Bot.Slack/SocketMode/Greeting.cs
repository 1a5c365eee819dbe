namespace Bot.Slack.SocketMode;

/// <summary>How the start of a socket went.</summary>
internal abstract record Greeting
{
    private Greeting() { }

    public sealed record Connected(SocketConnection Connection) : Greeting;

    public sealed record Refused(LeaveReason Reason) : Greeting;
}
