namespace Bot.Discord.Gateway;

/// <summary>What follows a connection's end.</summary>
internal abstract record GatewayMove
{
    private GatewayMove()
    {
    }

    /// <summary>Go on with the session, if there is one.</summary>
    public sealed record Resume(ReconnectPause Pause) : GatewayMove;

    /// <summary>Forget the session and start a new one.</summary>
    public sealed record Identify(ReconnectPause Pause) : GatewayMove;

    /// <summary>Nothing but a change by a person helps; the close code says which.</summary>
    public sealed record GiveUp(int Code) : GatewayMove;
}
