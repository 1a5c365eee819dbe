namespace Bot.Slack.SocketMode.Payloads;

/// <summary>What an envelope holds.</summary>
public abstract record SlackPayload
{
    private SlackPayload() { }

    public sealed record Mention(EventContext Context, MessageEvent Event) : SlackPayload;

    public sealed record Message(EventContext Context, MessageEvent Event) : SlackPayload;

    public sealed record Reaction(EventContext Context, ReactionEvent Event) : SlackPayload;

    public sealed record AppHome(EventContext Context, AppHomeEvent Event) : SlackPayload;

    public sealed record AssistantOpened(EventContext Context, AssistantThread Thread) : SlackPayload;

    public sealed record StreamStopped(EventContext Context, StreamStoppedEvent Event) : SlackPayload;

    /// <summary>The workspace took the app or its token away.</summary>
    public sealed record Withdrawn(string TeamId, string EventType) : SlackPayload;

    /// <summary>Slack drops events for a minute, because there were too many.</summary>
    public sealed record EventsDropped(string TeamId, long Minute) : SlackPayload;

    public sealed record Command(SlashCommand Arguments) : SlackPayload;

    public sealed record Pressed(Interaction Interaction) : SlackPayload;

    public sealed record Suggest(Interaction Interaction) : SlackPayload;

    public sealed record Submitted(Interaction Interaction) : SlackPayload;

    /// <summary>Known to exist and of no use here, or not known at all.</summary>
    public sealed record Other(string Type) : SlackPayload;

    public sealed record Unreadable(string Reason) : SlackPayload;
}
