using Bot.Slack.Simulator.Interactions;
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

    /// <summary>An acknowledgement arrived, be it late, a duplicate's, or lost by a fault.</summary>
    public sealed record Acknowledged(DeliveryAttempt Attempt) : SlackChange;

    public sealed record Lost(Delivery Delivery) : SlackChange;

    public sealed record Unexpected(string What) : SlackChange;

    public sealed record Called(ApiCallRecord Call) : SlackChange;

    public sealed record Posted(SlackMessage Message) : SlackChange;

    public sealed record Edited(SlackMessage Message) : SlackChange;

    public sealed record Deleted(SlackMessage Message) : SlackChange;

    /// <summary>An ephemeral message was shown, replaced or taken away.</summary>
    public sealed record EphemeralShown(SlackEphemeral Message) : SlackChange;

    /// <summary>A modal or Home tab was opened, updated or got error texts.</summary>
    public sealed record ViewShown(SlackView View) : SlackChange;

    public sealed record ViewClosed(SlackView View) : SlackChange;

    public sealed record AssistantThreadSet(AssistantThread Thread) : SlackChange;

    public sealed record Reacted(SlackMessage Message, SlackReaction Reaction) : SlackChange;
}
