namespace Bot.Discord.Rest;

/// <summary>What one try of a call came to.</summary>
internal abstract record RestOutcome
{
    private RestOutcome()
    {
    }

    public sealed record Done(byte[] Body) : RestOutcome;

    /// <summary>Answered 429; whatever limit it was holds calls back from now on.</summary>
    public sealed record Limited(DiscordApiException Error) : RestOutcome;

    /// <summary>No answer, or another refusal.</summary>
    /// <param name="Error">For the caller, if there is no other try.</param>
    /// <param name="Unsent">Discord surely never saw the call.</param>
    public sealed record Failed(DiscordApiException Error, bool Unsent) : RestOutcome;
}
