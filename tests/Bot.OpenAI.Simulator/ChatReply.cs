namespace Bot.OpenAI.Simulator;

/// <summary>What the simulated endpoint does with one request.</summary>
public abstract record ChatReply
{
    private ChatReply() { }

    /// <summary>A whole answer.</summary>
    public sealed record Text(string Content) : ChatReply
    {
        public string FinishReason { get; init; } = "stop";
    }

    /// <summary>An error before the answer begins.</summary>
    public sealed record Status(int Code) : ChatReply
    {
        public string? RetryAfter { get; init; }

        public string? ErrorCode { get; init; }

        public string? Parameter { get; init; }
    }

    /// <summary>Some of an answer, then the connection breaks.</summary>
    public sealed record Broken(string Content) : ChatReply;

    /// <summary>Some of an answer, then the stream ends as if that were all, without its end mark.</summary>
    public sealed record EndsEarly(string Content) : ChatReply;

    /// <summary>An answer of the right form with an event in it that is no JSON.</summary>
    public sealed record Garbled(string Content) : ChatReply;

    /// <summary>Some of an answer, then an error as an event.</summary>
    public sealed record FailsInMiddle(string Content) : ChatReply;

    /// <summary>Success, but a web page.</summary>
    public sealed record WebPage : ChatReply;

    /// <summary>Nothing, until the client leaves.</summary>
    public sealed record Silence : ChatReply;

    /// <summary>Some of an answer, then nothing until the client leaves.</summary>
    public sealed record Stalls(string Content) : ChatReply;
}
