namespace Bot.Discord.Rest;

/// <summary>A thread to start: name of 1 to 100 characters; minutes of silence after which it is archived: 60, 1440, 4320 or 10080.</summary>
public sealed record ThreadCreate(string Name, int AutoArchiveDuration = 1440);
