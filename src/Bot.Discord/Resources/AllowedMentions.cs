namespace Bot.Discord.Resources;

/// <summary>Who a message may notify. Discord's default in plain messages is everyone named in it; this client's is nobody.</summary>
public sealed record AllowedMentions
{
    /// <summary>Nobody.</summary>
    public static AllowedMentions None { get; } = new();

    /// <summary>Only the author of the message that is replied to.</summary>
    public static AllowedMentions RepliedUserOnly { get; } = new() { RepliedUser = true };

    /// <summary>Kinds: <c>users</c>, <c>roles</c>, <c>everyone</c>. A kind here and a list of its ids exclude each other.</summary>
    public IReadOnlyList<string> Parse { get; init => field = value ?? []; } = [];
    public IReadOnlyList<Snowflake>? Users { get; init; }
    public IReadOnlyList<Snowflake>? Roles { get; init; }
    public bool RepliedUser { get; init; }
}
