namespace Bot.Discord.Interactions;

/// <summary>One line of a select; each text at most 100 characters.</summary>
public sealed record SelectOption(string Label, string Value, string? Description = null);
