namespace Bot.Discord.Resources;

/// <summary>A user in a guild.</summary>
public sealed record Member
{
    /// <summary>Absent in <c>MESSAGE_CREATE</c>, where the message's author is the user.</summary>
    public User? User { get; init; }
    public string? Nick { get; init; }
    public IReadOnlyList<Snowflake> Roles { get; init => field = value ?? []; } = [];

    /// <summary>Only in interactions: all permissions in that channel, overwrites included.</summary>
    public Permissions? Permissions { get; init; }
}
