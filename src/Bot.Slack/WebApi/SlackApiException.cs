namespace Bot.Slack.WebApi;

/// <summary>Slack refused a call, or it didn't come through. The message is safe to show: it holds no text of people and no token.</summary>
/// <param name="method">For example <c>chat.postMessage</c>.</param>
/// <param name="code">Slack's error code, or one of the client's own for failures on the way.</param>
public sealed class SlackApiException(string method, string code, Exception? innerException = null)
    : Exception(Describe(method, code, "", ""), innerException)
{
    public string Method { get; } = method;

    public string Code { get; } = code;

    /// <summary>The scopes that the call needs, for <c>missing_scope</c>; else empty.</summary>
    public string NeededScopes { get; private init; } = "";

    /// <summary>Slack's own details, for <c>invalid_blocks</c> and the like; they name fields, not contents.</summary>
    public IReadOnlyList<string> Details { get; private init; } = [];

    /// <summary>How long Slack asks to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public SlackErrorKind Kind => SlackErrors.KindOf(Code);

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsTransient => Kind == SlackErrorKind.Transient;

    public override string Message => Describe(Method, Code, NeededScopes, string.Join("; ", Details));

    internal static SlackApiException Of(string method, SlackReply reply, TimeSpan? retryAfter) => new(method, reply.Error ?? SlackErrors.BadAnswer)
    {
        NeededScopes = reply.Needed ?? "",
        Details = reply.ResponseMetadata?.Messages ?? [],
        RetryAfter = retryAfter,
    };

    private static string Describe(string method, string code, string needed, string details) => code switch
    {
        "missing_scope" => $"Slack refused {method}: the app lacks the scope {needed}. Add it under OAuth & Permissions and install the app again.",
        "not_allowed_token_type" => $"Slack refused {method}: this kind of token isn't allowed there. The app-level token starts with xapp-, the bot token with xoxb-.",
        "invalid_auth" or "not_authed" => $"Slack refused {method}: the token isn't valid ({code}). Copy it again from the app's settings.",
        "token_revoked" or "account_inactive" or "token_expired" => $"Slack refused {method}: the token was withdrawn ({code}). Install the app again and use its new token.",
        SlackErrors.Network => $"Slack couldn't be reached for {method}.",
        SlackErrors.Timeout => $"Slack didn't answer {method} in time.",
        SlackErrors.RateLimited => $"Slack's rate limit for {method} held too long.",
        _ when details.Length > 0 => $"Slack refused {method}: {code} ({details}).",
        _ => $"Slack refused {method}: {code}.",
    };
}
