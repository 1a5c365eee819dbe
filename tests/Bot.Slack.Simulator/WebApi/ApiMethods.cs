namespace Bot.Slack.Simulator.WebApi;

/// <summary>The methods that the simulator knows.</summary>
internal static class ApiMethods
{
    public static IEnumerable<ApiMethod> All(SimulatorCore core) =>
    [
        .. new AppMethods(core).All,
        .. new ChatMethods(core).All,
        .. new EphemeralMethods(core).All,
        .. new StreamMethods(core).All,
        .. new AssistantMethods(core).All,
        .. new ViewMethods(core).All,
        .. new FileMethods(core).All,
        .. new ConversationMethods().All,
        .. new UserMethods().All,
        .. new ReactionMethods(core).All,
    ];
}
