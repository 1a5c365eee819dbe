using System.Collections.Frozen;

namespace Bot.Slack.WebApi;

/// <summary>What Slack's error codes mean for the caller.</summary>
internal static class SlackErrors
{
    public const string RateLimited = "ratelimited";

    /// <summary>Not Slack's: the network failed before an answer came.</summary>
    public const string Network = "network_error";

    /// <summary>Not Slack's: no answer came in time.</summary>
    public const string Timeout = "call_timeout";

    /// <summary>Not Slack's: the answer had a failing status and no readable body.</summary>
    public const string ServerError = "server_error";

    /// <summary>Not Slack's: the answer couldn't be read.</summary>
    public const string BadAnswer = "unreadable_answer";

    private static readonly FrozenSet<string> Transient = new[]
    {
        RateLimited, "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout",
        Network, Timeout, ServerError, BadAnswer,
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> WorkspaceEnding = new[]
    {
        "invalid_auth", "not_authed", "not_allowed_token_type", "account_inactive", "token_revoked", "token_expired",
        "forbidden_team", "team_access_not_granted", "user_removed_from_team", "team_disabled", "team_added_to_org",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static SlackErrorKind KindOf(string code) => code switch
    {
        _ when Transient.Contains(code) => SlackErrorKind.Transient,
        _ when WorkspaceEnding.Contains(code) => SlackErrorKind.Workspace,
        _ => SlackErrorKind.Attempt,
    };

    public static bool IsRateLimit(string code) => code is RateLimited or "rate_limited";

    /// <summary>True where opening a connection can't ever succeed with these settings.</summary>
    public static bool EndsConnecting(string code) => code == "missing_scope" || KindOf(code) == SlackErrorKind.Workspace;
}
