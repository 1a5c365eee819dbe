namespace Bot.Discord.Resources;

/// <summary>A Unicode emoji (name only) or a guild's own (id and name).</summary>
public sealed record Emoji
{
    public Snowflake? Id { get; init; }
    public string? Name { get; init; }

    public static Emoji Unicode(string emoji) => new() { Name = emoji };
}
