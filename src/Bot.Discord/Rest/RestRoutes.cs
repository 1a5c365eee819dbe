using Bot.Discord.Interactions;

namespace Bot.Discord.Rest;

/// <summary>The endpoints a bot uses.</summary>
internal static class RestRoutes
{
    public static RestRoute GatewayBot { get; } = new(HttpMethod.Get, "gateway/bot", "gateway/bot", "");

    public static RestRoute Application { get; } = new(HttpMethod.Get, "applications/@me", "applications/@me", "");

    public static RestRoute Channel(HttpMethod method, Snowflake channel, string template, string path) =>
        new(method, $"channels/{{channel}}{template}", $"channels/{channel}{path}", channel.ToString());

    public static RestRoute Messages(HttpMethod method, Snowflake channel) => Channel(method, channel, "/messages", "/messages");

    public static RestRoute MessagesAfter(Snowflake channel, Snowflake? message) =>
        Channel(HttpMethod.Get, channel, "/messages", message is { } after ? $"/messages?limit=100&after={after}" : "/messages?limit=100");

    public static RestRoute Message(HttpMethod method, Snowflake channel, Snowflake message, string below = "") =>
        Channel(method, channel, $"/messages/{{message}}{below}", $"/messages/{message}{below}");

    public static RestRoute Reaction(HttpMethod method, Snowflake channel, Snowflake message, string emoji) =>
        Channel(method, channel, "/messages/{message}/reactions/{emoji}/@me", $"/messages/{message}/reactions/{Uri.EscapeDataString(emoji)}/@me");

    public static RestRoute Callback(Snowflake interaction, InteractionToken token) => new(
        HttpMethod.Post, "interactions/{interaction}/{token}/callback", $"interactions/{interaction}/{Uri.EscapeDataString(token.Value)}/callback", token.Value, IsInteraction: true);

    public static RestRoute FollowUps(Snowflake application, InteractionToken token) =>
        Webhook(HttpMethod.Post, application, token, "", "?wait=true");

    public static RestRoute Original(HttpMethod method, Snowflake application, InteractionToken token) =>
        Webhook(method, application, token, "/messages/@original", "/messages/@original");

    public static RestRoute FollowUp(HttpMethod method, Snowflake application, InteractionToken token, Snowflake message) =>
        Webhook(method, application, token, "/messages/{message}", $"/messages/{message}");

    public static RestRoute Commands(HttpMethod method, Snowflake application, Snowflake? guild, string query = "") => guild is { } id
        ? new(method, "applications/{application}/guilds/{guild}/commands", $"applications/{application}/guilds/{id}/commands{query}", id.ToString())
        : new(method, "applications/{application}/commands", $"applications/{application}/commands{query}", "");

    private static RestRoute Webhook(HttpMethod method, Snowflake application, InteractionToken token, string template, string path) => new(
        method, $"webhooks/{{application}}/{{token}}{template}", $"webhooks/{application}/{Uri.EscapeDataString(token.Value)}{path}", token.Value, IsInteraction: true);
}
