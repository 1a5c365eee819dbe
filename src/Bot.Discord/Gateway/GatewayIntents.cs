namespace Bot.Discord.Gateway;

/// <summary>Which events Discord sends. The privileged ones must be switched on in the developer portal, else the connection is refused.</summary>
[Flags]
public enum GatewayIntents
{
    None = 0,
    Guilds = 1 << 0,

    /// <summary>Privileged.</summary>
    GuildMembers = 1 << 1,

    /// <summary>Privileged.</summary>
    GuildPresences = 1 << 8,
    GuildMessages = 1 << 9,
    GuildMessageReactions = 1 << 10,
    GuildMessageTyping = 1 << 11,
    DirectMessages = 1 << 12,
    DirectMessageReactions = 1 << 13,

    /// <summary>Privileged. Without it, only direct messages, mentions of the bot and its own messages have their text.</summary>
    MessageContent = 1 << 15,

    /// <summary>What a bot needs that is mentioned, written to directly, and used by commands.</summary>
    MentionsOnly = Guilds | GuildMessages | GuildMessageReactions | DirectMessages,

    /// <summary><see cref="MentionsOnly"/> and the text of every message, for replies without a mention.</summary>
    AllMessages = MentionsOnly | MessageContent,
}
