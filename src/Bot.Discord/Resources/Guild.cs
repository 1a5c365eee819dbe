namespace Bot.Discord.Resources;

/// <summary>A guild ("server"), as far as <c>GUILD_CREATE</c> tells a bot that keeps no member list.</summary>
public sealed record Guild
{
    public Snowflake Id { get; init; }
    public string? Name { get; init; }

    /// <summary>True while Discord can't reach the guild's data; the bot is still in it.</summary>
    public bool Unavailable { get; init; }
    public string? PreferredLocale { get; init; }
    public IReadOnlyList<Channel> Channels { get; init => field = value ?? []; } = [];

    /// <summary>Active threads that the bot can see.</summary>
    public IReadOnlyList<Channel> Threads { get; init => field = value ?? []; } = [];
}
