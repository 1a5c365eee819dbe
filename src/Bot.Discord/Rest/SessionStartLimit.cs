namespace Bot.Discord.Rest;

/// <summary>How many new sessions the bot may still start. Over the limit Discord ends all sessions and resets the token.</summary>
public sealed record SessionStartLimit
{
    public int Total { get; init; }
    public int Remaining { get; init; }

    /// <summary>Milliseconds until <see cref="Remaining"/> is <see cref="Total"/> again.</summary>
    public int ResetAfter { get; init; }

    /// <summary>How many may start within five seconds.</summary>
    public int MaxConcurrency { get; init; }
}
