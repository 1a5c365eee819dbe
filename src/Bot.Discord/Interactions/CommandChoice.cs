namespace Bot.Discord.Interactions;

/// <summary>A value to pick, and the name people see; each at most 100 characters.</summary>
public sealed record CommandChoice(string Name, string Value)
{
    /// <summary>Names by Discord's locale codes.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }
}
