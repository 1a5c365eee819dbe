namespace Bot.Host.Adapters.Slack;

/// <summary>The slash commands; docs/slack-manifest.yaml declares the same.</summary>
internal static class SlackCommands
{
    public const string Ask = "/ask";
    public const string Clause = "/clause";
    public const string Sources = "/sources";
    public const string Help = "/help";
    public const string Reload = "/reload";
    public const string Status = "/status";

    public static IReadOnlyList<string> All { get; } = [Ask, Clause, Sources, Help, Reload, Status];
}
