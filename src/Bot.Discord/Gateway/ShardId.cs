namespace Bot.Discord.Gateway;

/// <summary>Which part of the bot's guilds a connection is for.</summary>
internal readonly record struct ShardId(int Id, int Count);
