namespace Bot.Slack.WebApi;

/// <summary>Who the bot is in its workspace.</summary>
/// <param name="Scopes">What its token was granted; empty where Slack didn't say.</param>
public sealed record SlackIdentity(string UserId, string BotId, string TeamId, string Team, Uri? Url, IReadOnlyList<string> Scopes)
{
    /// <summary>One sentence that names the scopes the token lacks, or null where it has them all.</summary>
    public string? MissingScopes(IEnumerable<string> needed)
    {
        string[] missing = [.. needed.Except(Scopes, StringComparer.Ordinal)];
        return Scopes.Count == 0 || missing.Length == 0
            ? null
            : $"The Slack app lacks the bot scopes {string.Join(", ", missing)}: add them under OAuth & Permissions and install the app again.";
    }
}
