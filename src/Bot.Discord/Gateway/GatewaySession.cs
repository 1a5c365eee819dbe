namespace Bot.Discord.Gateway;

/// <summary>
/// What follows what, apart from sockets: how a shard goes on after a connection. An immutable value.
/// </summary>
/// <param name="FailedResumes">Tries to resume in a row that came to nothing.</param>
internal sealed record GatewaySession(int FailedResumes)
{
    /// <summary>A session that answers every resume by breaking off is known (discord-api-docs #1619); after so many it is given up.</summary>
    public const int MaxFailedResumes = 3;

    public static GatewaySession Fresh { get; } = new(FailedResumes: 0);

    /// <param name="end">How the connection ended.</param>
    /// <param name="resuming">It was opened to resume, not to identify.</param>
    /// <param name="progressed">READY, RESUMED or a missed event arrived on it.</param>
    public (GatewaySession Next, GatewayMove Move) After(ConnectionEnd end, bool resuming, bool progressed)
    {
        var failures = progressed || !resuming ? 0 : FailedResumes + (IsResumesFault(end) ? 1 : 0);
        return Move(end, resuming, progressed) switch
        {
            GatewayMove.Resume when failures >= MaxFailedResumes => (Fresh, new GatewayMove.Identify(ReconnectPause.InvalidSession)),
            GatewayMove.Resume resume => (new(failures), resume),
            var other => (Fresh, other),
        };
    }

    /// <summary>The code to close with, for ends that are the client's own doing.</summary>
    public static int CloseCode(ConnectionEnd end, SessionEnding ending) => end switch
    {
        ConnectionEnd.Stopped when ending == SessionEnding.End => GatewayCloseCode.Normal,
        ConnectionEnd.TooLarge => GatewayCloseCode.TooLarge,
        _ => GatewayCloseCode.KeepSession,
    };

    // While the network is down, trying to resume says nothing about the session.
    private static bool IsResumesFault(ConnectionEnd end) => end is not ConnectionEnd.Unreachable { DiscordAnswers: false } and not ConnectionEnd.QueueFull;

    private static GatewayMove Move(ConnectionEnd end, bool resuming, bool progressed) => end switch
    {
        ConnectionEnd.Closed { Code: { } code } => AfterCode(code),
        ConnectionEnd.ReconnectAsked => new GatewayMove.Resume(ReconnectPause.None),
        ConnectionEnd.SessionInvalid when !resuming && !progressed => new GatewayMove.Identify(ReconnectPause.TooFast),
        ConnectionEnd.SessionInvalid { MayResume: true } => new GatewayMove.Resume(ReconnectPause.InvalidSession),
        ConnectionEnd.SessionInvalid => new GatewayMove.Identify(ReconnectPause.InvalidSession),
        ConnectionEnd.QueueFull => new GatewayMove.Resume(ReconnectPause.QueueRoom),
        _ => new GatewayMove.Resume(ReconnectPause.BackOff),
    };

    private static GatewayMove AfterCode(int code) => code switch
    {
        GatewayCloseCode.AuthenticationFailed or GatewayCloseCode.InvalidShard or GatewayCloseCode.ShardingRequired
            or GatewayCloseCode.InvalidApiVersion or GatewayCloseCode.InvalidIntents or GatewayCloseCode.DisallowedIntents =>
            new GatewayMove.GiveUp(code),
        GatewayCloseCode.NotAuthenticated or GatewayCloseCode.AlreadyAuthenticated or GatewayCloseCode.SessionNoLongerValid
            or GatewayCloseCode.InvalidSequence => new GatewayMove.Identify(ReconnectPause.InvalidSession),
        GatewayCloseCode.RateLimited => new GatewayMove.Identify(ReconnectPause.TooFast),
        // 4009 (session timed out) among them: the page says "start a new session", but such sessions often still resume, and
        // nothing is missed then. If not, Discord says so with op 9.
        _ => new GatewayMove.Resume(ReconnectPause.BackOff),
    };
}
