namespace Bot.Discord.Gateway;

/// <summary>
/// A session as it is kept on disk, with what it was made for: resuming it with other intents or elsewhere would be wrong.
/// </summary>
internal sealed record SavedSession
{
    public string? SessionId { get; init; }
    public Uri? ResumeGatewayUrl { get; init; }
    public long Sequence { get; init; }
    public GatewayIntents Intents { get; init; }
    public Uri? ApiBaseAddress { get; init; }

    public bool Fits(DiscordClientOptions options) =>
        !string.IsNullOrEmpty(SessionId) && ResumeGatewayUrl is { IsAbsoluteUri: true } && Intents == options.Intents && ApiBaseAddress == options.ApiBaseAddress;
}
