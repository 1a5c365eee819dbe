namespace Bot.Discord.Rest;

/// <summary>The body of a refusal, 429 included.</summary>
internal sealed record ErrorBody
{
    public int Code { get; init; }
    public string? Message { get; init; }

    /// <summary>Seconds; only of a 429.</summary>
    public double? RetryAfter { get; init; }
    public bool Global { get; init; }
}
