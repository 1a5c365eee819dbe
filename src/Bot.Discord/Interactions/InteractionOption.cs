using System.Text.Json;

namespace Bot.Discord.Interactions;

/// <summary>One option as the user filled it. In autocomplete the value is what has been typed so far, unchecked.</summary>
public sealed record InteractionOption
{
    public string Name { get; init => field = value ?? ""; } = "";
    public CommandOptionType Type { get; init; }
    public JsonElement? Value { get; init; }
    public bool Focused { get; init; }

    /// <summary>Of a subcommand: its own options.</summary>
    public IReadOnlyList<InteractionOption> Options { get; init => field = value ?? []; } = [];

    /// <summary>The value as text, whatever its kind; empty where there is none.</summary>
    public string Text => Value?.ToString() ?? "";
}
