namespace Bot.Slack;

/// <summary>Tells the kinds of tokens apart. Its sentences never repeat a token.</summary>
public static class SlackTokens
{
    private const string AppPrefix = "xapp-";
    private const string BotPrefix = "xoxb-";
    private const string UserPrefix = "xoxp-";

    /// <summary>What is wrong with an app-level token, as one sentence that says what to do, or null.</summary>
    public static string? AppTokenProblem(string token) => token switch
    {
        _ when token.StartsWith(AppPrefix, StringComparison.Ordinal) && token.Length > AppPrefix.Length => null,
        "" => "The app-level token (xapp-…) is missing: make one with the scope connections:write under Basic Information, App-Level Tokens.",
        _ when token.StartsWith(BotPrefix, StringComparison.Ordinal) =>
            "This is a bot token (xoxb-…) where the app-level token (xapp-…) belongs: take that one from Basic Information, App-Level Tokens.",
        _ when token.StartsWith(UserPrefix, StringComparison.Ordinal) =>
            "This is a user token (xoxp-…) where the app-level token (xapp-…) belongs: take that one from Basic Information, App-Level Tokens.",
        _ => "The app-level token must start with xapp-: copy it whole from Basic Information, App-Level Tokens.",
    };

    /// <summary>What is wrong with a bot token, as one sentence that says what to do, or null.</summary>
    public static string? BotTokenProblem(string token) => token switch
    {
        _ when token.StartsWith(BotPrefix, StringComparison.Ordinal) && token.Length > BotPrefix.Length => null,
        "" => "The bot token (xoxb-…) is missing: copy it from OAuth & Permissions after installing the app.",
        _ when token.StartsWith(AppPrefix, StringComparison.Ordinal) =>
            "This is an app-level token (xapp-…) where the bot token (xoxb-…) belongs: take that one from OAuth & Permissions.",
        _ when token.StartsWith(UserPrefix, StringComparison.Ordinal) =>
            "This is a user token (xoxp-…) where the bot token (xoxb-…) belongs: take the Bot User OAuth Token from OAuth & Permissions.",
        _ => "The bot token must start with xoxb-: copy it whole from OAuth & Permissions.",
    };
}
