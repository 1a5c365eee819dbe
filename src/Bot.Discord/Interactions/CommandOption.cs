namespace Bot.Discord.Interactions;

/// <summary>One option of a command. Required ones come first; autocomplete excludes choices.</summary>
public sealed record CommandOption
{
    public CommandOptionType Type { get; init; }

    /// <summary>Lower case, 1 to 32 characters.</summary>
    public string Name { get; init => field = value ?? ""; } = "";
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1 to 100 characters.</summary>
    public string Description { get; init => field = value ?? ""; } = "";
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }
    public bool? Required { get; init; }
    public bool? Autocomplete { get; init; }
    public IReadOnlyList<CommandChoice>? Choices { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public IReadOnlyList<CommandOption>? Options { get; init; }
}
