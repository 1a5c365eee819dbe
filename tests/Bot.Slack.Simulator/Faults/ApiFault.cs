using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.Faults;

/// <summary>What goes wrong with a call. Where <c>Applied</c> is true, Slack has done what was asked and only its answer is lost.</summary>
public abstract record ApiFault
{
    private ApiFault()
    {
    }

    /// <summary>HTTP 200 with <c>ok:false</c> and an error code; nothing is done.</summary>
    public sealed record Error(string Code, JsonObject? Details = null) : ApiFault;

    /// <summary>HTTP 429 with Retry-After in whole seconds; nothing is done.</summary>
    public sealed record RateLimited(TimeSpan RetryAfter) : ApiFault;

    /// <summary>A status such as 500 or 503 with an HTML page.</summary>
    public sealed record Status(int Code, bool Applied = false) : ApiFault;

    /// <summary>No answer at all, until the app gives up.</summary>
    public sealed record Silence(bool Applied = false) : ApiFault;

    /// <summary>The connection ends in the middle of the answer.</summary>
    public sealed record CutAnswer(bool Applied = true) : ApiFault;

    /// <summary>HTTP 200 with a body that isn't JSON.</summary>
    public sealed record Garbage(bool Applied = true) : ApiFault;

    /// <summary>The right answer, late.</summary>
    public sealed record Delay(TimeSpan By) : ApiFault;
}
