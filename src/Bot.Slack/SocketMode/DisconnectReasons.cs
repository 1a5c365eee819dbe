namespace Bot.Slack.SocketMode;

internal static class DisconnectReasons
{
    public static LeaveReason Of(string reason) => reason switch
    {
        "warning" => LeaveReason.Warning,
        "refresh_requested" => LeaveReason.RefreshRequested,
        "link_disabled" => LeaveReason.LinkDisabled,
        "too_many_websockets" => LeaveReason.TooManyWebsockets,
        _ => LeaveReason.OtherDisconnect,
    };
}
