namespace Bot.Discord.Interactions;

/// <summary>What was used: name and options of a command, custom id and values of a component, custom id and inputs of a modal.</summary>
public sealed record InteractionData
{
    /// <summary>Of a command.</summary>
    public Snowflake? Id { get; init; }
    public string? Name { get; init; }
    public IReadOnlyList<InteractionOption> Options { get; init => field = value ?? []; } = [];

    /// <summary>Of a message or user command: what it was used on.</summary>
    public Snowflake? TargetId { get; init; }

    /// <summary>Of a component or modal.</summary>
    public string? CustomId { get; init; }
    public ComponentType ComponentType { get; init; }

    /// <summary>Of a select: what was picked.</summary>
    public IReadOnlyList<string> Values { get; init => field = value ?? []; } = [];

    /// <summary>Of a modal: rows or labels with the filled inputs.</summary>
    public IReadOnlyList<Component> Components { get; init => field = value ?? []; } = [];

    /// <summary>The option that is being typed in, in an autocomplete interaction; searched in subcommands too.</summary>
    public InteractionOption? Focused => Find(Options, option => option.Focused);

    /// <summary>The option of that name, searched in subcommands too.</summary>
    public InteractionOption? Option(string name) => Find(Options, option => option.Name == name);

    /// <summary>What was written in the modal's input of that custom id.</summary>
    public string? InputValue(string customId) => FindInput(Components, customId)?.Value;

    private static InteractionOption? Find(IReadOnlyList<InteractionOption> options, Func<InteractionOption, bool> wanted) =>
        options.FirstOrDefault(wanted) ?? options.Select(option => Find(option.Options, wanted)).FirstOrDefault(found => found is not null);

    private static Component? FindInput(IReadOnlyList<Component> components, string customId) => components
        .Select(component => component.CustomId == customId
            ? component
            : FindInput(component.Child is { } child ? [child] : component.Components ?? [], customId))
        .FirstOrDefault(found => found is not null);
}
