namespace Bot.Discord.Rest;

/// <summary>One endpoint with its values.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path with names in place of values: the name of the rate limit until Discord tells its own, and safe to log.</param>
/// <param name="Path">The path under the base address. May hold an interaction's token, so it is never logged.</param>
/// <param name="Major">The value that has a rate limit of its own: channel, guild, or webhook with token.</param>
/// <param name="IsInteraction">Without the bot's token and outside the global limit: the path's token says it all.</param>
internal sealed record RestRoute(HttpMethod Method, string Template, string Path, string Major, bool IsInteraction = false)
{
    /// <summary>For logs, errors and metrics.</summary>
    public string Name => $"{Method.Method} {Template}";

    public override string ToString() => Name;
}
