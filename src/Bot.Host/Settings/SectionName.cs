namespace Bot.Host.Settings;

/// <summary>A section that someone reads; the others are misspelt.</summary>
internal sealed record SectionName(string Value);
