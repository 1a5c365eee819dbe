using System.Net;

namespace Bot.Discord.Rest;

/// <summary>A call to Discord that failed. The message is one sentence, safe to show: it holds no body, token or address.</summary>
public sealed class DiscordApiException : Exception
{
    internal DiscordApiException(string message, HttpStatusCode? status, int code, bool isTransient, TimeSpan? retryAfter, Exception? inner)
        : base(message, inner) =>
        (Status, Code, IsTransient, RetryAfter) = (status, code, isTransient, retryAfter);

    /// <summary>Null when there was no answer at all.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Discord's own code, such as 10008 (unknown message) or 50013 (missing permission); 0 without one. Names are in <see cref="DiscordErrorCode"/>.</summary>
    public int Code { get; }

    /// <summary>Whether the same call may succeed later. The client's own tries are used up by now.</summary>
    public bool IsTransient { get; }

    /// <summary>When it makes sense to try again, where that is known.</summary>
    public TimeSpan? RetryAfter { get; }
}
