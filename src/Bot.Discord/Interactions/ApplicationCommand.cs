using Bot.Discord.Resources;

namespace Bot.Discord.Interactions;

/// <summary>
/// A command: as it is sent to Discord (without <see cref="Id"/>) or as Discord has it. The two compare with
/// <see cref="Describes"/>, so that commands are written only when they changed: Discord allows 200 new ones a day.
/// </summary>
public sealed record ApplicationCommand
{
    /// <summary>Given by Discord.</summary>
    public Snowflake? Id { get; init; }
    public CommandType Type { get; init; } = CommandType.ChatInput;

    /// <summary>Lower case for <see cref="CommandType.ChatInput"/>, 1 to 32 characters.</summary>
    public string Name { get; init => field = value ?? ""; } = "";
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1 to 100 characters; empty for user and message commands.</summary>
    public string Description { get; init => field = value ?? ""; } = "";
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }
    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>Who sees it until an administrator decides otherwise: null for all, <see cref="Permissions.None"/> for administrators only.</summary>
    public Permissions? DefaultMemberPermissions { get; init; }

    /// <summary>Where it can be used; global commands only.</summary>
    public IReadOnlyList<InteractionContext>? Contexts { get; init; }

    /// <summary>Whether the two say the same, whatever Discord filled in by itself.</summary>
    public bool Describes(ApplicationCommand other) => CommandComparison.Same(this, other);
}
