namespace Bot.Slack.WebApi;

/// <summary>What an app may hang on its message, unseen by people. The answer's id lets a message be found again.</summary>
public sealed record MessageMetadata(string EventType, AnswerMark EventPayload)
{
    private const string AnswerType = "bot_answer";

    public static MessageMetadata Answer(string answerId) => new(AnswerType, new AnswerMark(answerId));

    internal bool Marks(string answerId) => EventType == AnswerType && EventPayload?.AnswerId == answerId;
}

public sealed record AnswerMark(string AnswerId);
