using Bot.Slack.Simulator.SocketMode;
using Bot.Slack.Simulator.WebApi;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator;

/// <summary>Something that happened in the simulated Slack.</summary>
public abstract record SlackChange
{
    private SlackChange()
    {
    }

    public sealed record SocketOpened(SlackSocket Socket) : SlackChange;

    public sealed record SocketClosed(SlackSocket Socket) : SlackChange;

    public sealed record Acknowledged(Delivery Delivery) : SlackChange;

    public sealed record Lost(Delivery Delivery) : SlackChange;

    public sealed record Called(ApiCallRecord Call) : SlackChange;

    public sealed record Posted(SlackMessage Message) : SlackChange;

    public sealed record Edited(SlackMessage Message) : SlackChange;

    public sealed record Deleted(SlackMessage Message) : SlackChange;

    public sealed record Reacted(SlackMessage Message, SlackReaction Reaction) : SlackChange;
}
