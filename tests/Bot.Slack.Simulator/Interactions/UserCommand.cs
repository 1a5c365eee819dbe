using Bot.Slack.Simulator.SocketMode;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>A slash command that a person gave.</summary>
public sealed record UserCommand(Delivery Delivery, string TriggerId, Uri ResponseUrl)
{
    public Task<Acknowledgement> Acknowledged => Delivery.Acknowledged;
}
