using Bot.Slack.WebApi;

namespace Bot.Slack.Tests.WebApi;

public sealed class SlackErrorsTests
{
    [Theory]
    [InlineData("ratelimited", SlackErrorKind.Transient)]
    [InlineData("rate_limited", SlackErrorKind.Transient)]
    [InlineData("internal_error", SlackErrorKind.Transient)]
    [InlineData("fatal_error", SlackErrorKind.Transient)]
    [InlineData("service_unavailable", SlackErrorKind.Transient)]
    [InlineData("request_timeout", SlackErrorKind.Transient)]
    [InlineData("channel_not_found", SlackErrorKind.Attempt)]
    [InlineData("not_in_channel", SlackErrorKind.Attempt)]
    [InlineData("is_archived", SlackErrorKind.Attempt)]
    [InlineData("thread_not_found", SlackErrorKind.Attempt)]
    [InlineData("message_not_found", SlackErrorKind.Attempt)]
    [InlineData("restricted_action", SlackErrorKind.Attempt)]
    [InlineData("msg_too_long", SlackErrorKind.Attempt)]
    [InlineData("invalid_blocks", SlackErrorKind.Attempt)]
    [InlineData("an_error_nobody_heard_of", SlackErrorKind.Attempt)]
    [InlineData("invalid_auth", SlackErrorKind.Workspace)]
    [InlineData("token_revoked", SlackErrorKind.Workspace)]
    [InlineData("account_inactive", SlackErrorKind.Workspace)]
    [InlineData("token_expired", SlackErrorKind.Workspace)]
    [InlineData("team_added_to_org", SlackErrorKind.Workspace)]
    public void Each_code_ends_what_the_sheet_says(string code, SlackErrorKind kind) => Assert.Equal(kind, new SlackApiException("any", code).Kind);

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("not_authed")]
    [InlineData("not_allowed_token_type")]
    [InlineData("account_inactive")]
    [InlineData("token_revoked")]
    [InlineData("token_expired")]
    [InlineData("missing_scope")]
    [InlineData("forbidden_team")]
    [InlineData("team_access_not_granted")]
    [InlineData("user_removed_from_team")]
    [InlineData("team_disabled")]
    public void These_end_connecting_for_good(string code) => Assert.True(SlackErrors.EndsConnecting(code));

    [Theory]
    [InlineData("internal_error")]
    [InlineData("fatal_error")]
    [InlineData("service_unavailable")]
    [InlineData("request_timeout")]
    [InlineData("ratelimited")]
    [InlineData("network_error")]
    [InlineData("something_new")]
    public void Connecting_is_tried_again_for_ever_after_all_others(string code) => Assert.False(SlackErrors.EndsConnecting(code));

    [Fact]
    public void A_missing_scope_is_named_with_what_to_do()
    {
        var failure = SlackApiException.Of("chat.postMessage", new SlackReply(Ok: false, "missing_scope", null, "chat:write", "commands", null), retryAfter: null);

        Assert.Equal("Slack refused chat.postMessage: the app lacks the scope chat:write. Add it under OAuth & Permissions and install the app again.", failure.Message);
    }

    [Fact]
    public void Granted_scopes_are_compared_with_the_needed_ones()
    {
        var identity = new SlackIdentity("U1", "B1", "T1", "team", null, ["chat:write"]);

        Assert.Equal(
            "The Slack app lacks the bot scopes commands, im:history: add them under OAuth & Permissions and install the app again.",
            identity.MissingScopes(["chat:write", "commands", "im:history"]));
        Assert.Null(identity.MissingScopes(["chat:write"]));
    }
}
