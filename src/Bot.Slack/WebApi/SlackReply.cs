namespace Bot.Slack.WebApi;

/// <summary>What every answer of the Web API may hold.</summary>
internal sealed record SlackReply(
    bool Ok, string? Error, string? Warning, string? Needed, string? Provided, SlackReplyMetadata? ResponseMetadata);

internal sealed record SlackReplyMetadata(IReadOnlyList<string>? Messages, IReadOnlyList<string>? Warnings, string? NextCursor);
