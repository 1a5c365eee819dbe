namespace Bot.Discord.Rest;

/// <summary>One call, ready to be sent as often as needed.</summary>
internal sealed record RestRequest(RestRoute Route, RetryRule Retry = RetryRule.Repeatable)
{
    /// <summary>The JSON body; null for none.</summary>
    public byte[]? Json { get; init; }

    /// <summary>Where there are any, the body is multipart and <see cref="Json"/> its first part.</summary>
    public IReadOnlyList<FileUpload> Files { get; init; } = [];

    /// <summary>For one try; null for <see cref="DiscordClientOptions.RequestTimeout"/>.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>First pause before another try; doubles.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>On another try, this error says that an earlier one worked after all; 0 for none.</summary>
    public int DoneBeforeCode { get; init; }
}
