using Bot.Slack.Blocks;

namespace Bot.Slack.WebApi.Methods;

// What the methods take. Names become snake_case on the wire, and what is null isn't sent.

internal sealed record NoArguments;

internal sealed record PostArguments(
    string Channel, string Text, IReadOnlyList<Block>? Blocks, string? ThreadTs, MessageMetadata? Metadata, bool UnfurlLinks = false, bool UnfurlMedia = false);

internal sealed record UpdateArguments(string Channel, string Ts, string Text, IReadOnlyList<Block>? Blocks, MessageMetadata? Metadata);

internal sealed record EphemeralArguments(string Channel, string User, string Text, IReadOnlyList<Block>? Blocks, string? ThreadTs);

internal sealed record MessageArguments(string Channel, string Ts);

internal sealed record StartStreamArguments(string Channel, string ThreadTs, string? RecipientUserId, string? RecipientTeamId, string? MarkdownText, bool? IsStoppable);

internal sealed record AppendStreamArguments(string Channel, string Ts, string MarkdownText);

internal sealed record StopStreamArguments(string Channel, string Ts, string? MarkdownText, IReadOnlyList<Block>? Blocks, MessageMetadata? Metadata);

internal sealed record StatusArguments(string ChannelId, string ThreadTs, string Status, IReadOnlyList<string>? LoadingMessages);

internal sealed record TitleArguments(string ChannelId, string ThreadTs, string Title);

internal sealed record PromptsArguments(string ChannelId, string? ThreadTs, string? Title, IReadOnlyList<SuggestedPrompt> Prompts);

internal sealed record OpenViewArguments(string TriggerId, View View);

internal sealed record UpdateViewArguments(string ViewId, string? Hash, View View);

internal sealed record PublishViewArguments(string UserId, View View);

internal sealed record ThreadArguments(string Channel, string Ts, string? Oldest, string? Cursor, int Limit, bool IncludeAllMetadata = true, bool Inclusive = true);

internal sealed record HistoryArguments(string Channel, string? Oldest, string? Cursor, int Limit, bool IncludeAllMetadata = true, bool Inclusive = true);

internal sealed record UserArguments(string User, bool IncludeLocale = true);

internal sealed record ReactionArguments(string Channel, string Timestamp, string Name);
