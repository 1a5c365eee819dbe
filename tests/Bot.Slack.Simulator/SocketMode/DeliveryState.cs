namespace Bot.Slack.Simulator.SocketMode;

public enum DeliveryState
{
    /// <summary>Neither acknowledged nor given up.</summary>
    Pending,

    Acknowledged,

    /// <summary>Given up: interactive and unacknowledged, or an event whose redeliveries failed too.</summary>
    Lost,
}
