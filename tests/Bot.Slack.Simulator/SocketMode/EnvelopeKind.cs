namespace Bot.Slack.Simulator.SocketMode;

/// <summary>The three kinds of envelopes. Only events are delivered again when nobody acknowledges them.</summary>
public enum EnvelopeKind
{
    EventsApi,
    SlashCommands,
    Interactive,
}
