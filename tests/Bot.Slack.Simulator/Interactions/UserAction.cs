using Bot.Slack.Simulator.SocketMode;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>A click or choice. There is a response URL only where a message was clicked.</summary>
public sealed record UserAction(Delivery Delivery, string TriggerId, Uri? ResponseUrl)
{
    public Task<Acknowledgement> Acknowledged => Delivery.Acknowledged;
}
