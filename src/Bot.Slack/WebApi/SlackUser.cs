namespace Bot.Slack.WebApi;

/// <summary>A member as <c>users.info</c> tells it.</summary>
/// <param name="Locale">For example <c>zh-TW</c>.</param>
public sealed record SlackUser(
    string Id, string? TeamId, string? Locale, bool IsBot, bool IsAdmin, bool IsOwner, bool IsStranger, bool IsRestricted, bool Deleted);
