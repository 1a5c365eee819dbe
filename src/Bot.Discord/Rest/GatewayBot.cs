namespace Bot.Discord.Rest;

/// <summary>Discord's answer to where and how to connect.</summary>
public sealed record GatewayBot
{
    public Uri? Url { get; init; }

    /// <summary>How many shards Discord recommends.</summary>
    public int Shards { get; init; }
    public SessionStartLimit? SessionStartLimit { get; init; }
}
