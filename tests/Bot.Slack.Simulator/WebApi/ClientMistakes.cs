namespace Bot.Slack.Simulator.WebApi;

/// <summary>The error codes that say the call itself was wrong, whatever the state of the workspace.</summary>
internal static class ClientMistakes
{
    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "unknown_method", "invalid_arguments", "invalid_blocks", "invalid_blocks_format", "no_text", "msg_too_long", "msg_blocks_too_long", "msg_blocks_too_many",
        "markdown_text_conflict", "view_too_large", "missing_argument", "invalid_form_data", "invalid_json", "json_not_object", "missing_recipient_user_id",
        "missing_recipient_team_id", "exchanged_trigger_id", "invalid_trigger_id", "invalid_metadata_format", "metadata_too_large", "not_allowed_token_type",
        "too_many_prompts", "push_limit_reached", "markdown_text_too_long", "invalid_ts_latest", "invalid_ts_oldest", "not_authed",
    };

    public static bool Contains(string code) => Codes.Contains(code);
}
