using System.Text.Json.Serialization;

namespace Bot.Discord.Simulator.Rest;

/// <summary>Something that goes wrong with one request.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(ServerError), "serverError")]
[JsonDerivedType(typeof(Cut), "cut")]
[JsonDerivedType(typeof(Hang), "hang")]
[JsonDerivedType(typeof(RateLimited), "rateLimited")]
[JsonDerivedType(typeof(CloudflareBan), "cloudflareBan")]
[JsonDerivedType(typeof(Slow), "slow")]
public abstract record RestFault
{
    private RestFault()
    {
    }

    public static RestFault Unauthorized { get; } = new Refused(401, 0, "401: Unauthorized");

    public static RestFault MissingPermissions { get; } = new Refused(403, 50013, "Missing Permissions");

    public static RestFault UnknownMessage { get; } = new Refused(404, 10008, "Unknown Message");

    public static RestFault ThreadExists { get; } = new Refused(400, 160004, "A thread has already been created for this message");

    /// <summary>Answers with Discord's error; nothing is done.</summary>
    public sealed record Refused(int Status, int Code, string Message) : RestFault;

    /// <summary>Answers with a server error that isn't JSON.</summary>
    /// <param name="Applied">Whether the request was carried out before: the client can't tell.</param>
    public sealed record ServerError(int Status, bool Applied) : RestFault;

    /// <summary>Cuts the connection without an answer.</summary>
    public sealed record Cut(bool Applied) : RestFault;

    /// <summary>Never answers; ends when the client gives up.</summary>
    public sealed record Hang(bool Applied) : RestFault;

    /// <summary>Answers 429 out of turn.</summary>
    /// <param name="Scope">"user", "global" or "shared".</param>
    public sealed record RateLimited(TimeSpan RetryAfter, string Scope) : RestFault;

    /// <summary>The guard before Discord's servers answers 429 with a page.</summary>
    public sealed record CloudflareBan(TimeSpan RetryAfter) : RestFault;

    /// <summary>Does what was asked, later.</summary>
    public sealed record Slow(TimeSpan Delay) : RestFault;
}
