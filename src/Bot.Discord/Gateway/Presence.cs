namespace Bot.Discord.Gateway;

/// <summary>What people see beside the bot's name.</summary>
/// <param name="Status">The coloured dot.</param>
/// <param name="Text">At most 128 characters; null for none.</param>
public sealed record Presence(PresenceStatus Status, string? Text = null);
