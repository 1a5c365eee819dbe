namespace Bot.Discord.Resources;

/// <summary>An account: a person, a bot, or the face of a webhook.</summary>
public sealed record User
{
    public Snowflake Id { get; init; }

    /// <summary>The account's name; what people see is <see cref="GlobalName"/> where there is one.</summary>
    public string? Username { get; init; }
    public string? GlobalName { get; init; }
    public bool Bot { get; init; }
}
