namespace Bot.Host.Adapters.Slack;

/// <summary>What the app must be allowed and told; docs/slack-manifest.yaml asks for the same.</summary>
internal static class SlackScopes
{
    /// <summary>Without these the bot doesn't start.</summary>
    public static IReadOnlyList<string> Needed { get; } =
    [
        "app_mentions:read", "chat:write", "commands", "channels:history", "groups:history", "im:history", "mpim:history",
        "reactions:read", "users:read",
    ];

    /// <summary>Without it there are no suggested questions.</summary>
    public const string Assistant = "assistant:write";

    /// <summary>The events that the bot listens for, in the agent view.</summary>
    public static IReadOnlyList<string> Events { get; } =
    [
        "app_home_opened", "app_mention", "app_uninstalled", "message.channels", "message.groups", "message.im", "message.mpim",
        "message_stream_stopped", "reaction_added", "tokens_revoked",
    ];
}
