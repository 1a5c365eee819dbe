namespace Bot.Slack.WebApi.Methods;

// What the methods give back, as far as the client looks at it.

internal sealed record NoAnswer;

internal sealed record PostAnswer(string? Channel, string? Ts);

internal sealed record AuthAnswer(string? UserId, string? BotId, string? TeamId, string? Team, string? Url);

internal sealed record ConnectionAnswer(string? Url);

internal sealed record MessagesAnswer(IReadOnlyList<ThreadMessage>? Messages, SlackReplyMetadata? ResponseMetadata);

internal sealed record UserAnswer(SlackUser? User);

internal sealed record ViewAnswer(OpenedView? View);
