using System.Text.Json;

namespace Bot.Slack.WebApi;

/// <summary>What an app may hang on its message, unseen by people. The answer's id lets a message be found again.</summary>
internal sealed record MessageMetadata(string EventType, AnswerMark EventPayload)
{
    public const string AnswerType = "bot_answer";

    public static MessageMetadata Answer(string answerId) => new(AnswerType, new AnswerMark(answerId));
}

internal sealed record AnswerMark(string AnswerId);

/// <summary>Metadata as it is read: any app's, of any form.</summary>
public sealed record SeenMetadata(string? EventType, JsonElement? EventPayload)
{
    /// <summary>The id of the answer that the message is, or null where it isn't one of this bot's answers.</summary>
    public string? AnswerId =>
        EventType == MessageMetadata.AnswerType
        && EventPayload is { ValueKind: JsonValueKind.Object } payload
        && payload.TryGetProperty("answer_id", out var id)
        && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
}
