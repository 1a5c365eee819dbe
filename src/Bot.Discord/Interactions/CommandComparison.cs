namespace Bot.Discord.Interactions;

/// <summary>Compares commands by meaning: absent, null, empty and false are one on the wire, and Discord fills them in as it likes.</summary>
internal static class CommandComparison
{
    public static bool Same(ApplicationCommand left, ApplicationCommand right) =>
        left.Type == right.Type
        && left.Name == right.Name
        && left.Description == right.Description
        && left.DefaultMemberPermissions == right.DefaultMemberPermissions
        && Same(left.NameLocalizations, right.NameLocalizations)
        && Same(left.DescriptionLocalizations, right.DescriptionLocalizations)
        && SameContexts(left.Contexts, right.Contexts)
        && Same(left.Options, right.Options, Same);

    private static bool Same(CommandOption left, CommandOption right) =>
        left.Type == right.Type
        && left.Name == right.Name
        && left.Description == right.Description
        && (left.Required ?? false) == (right.Required ?? false)
        && (left.Autocomplete ?? false) == (right.Autocomplete ?? false)
        && left.MinLength == right.MinLength
        && left.MaxLength == right.MaxLength
        && Same(left.NameLocalizations, right.NameLocalizations)
        && Same(left.DescriptionLocalizations, right.DescriptionLocalizations)
        && Same(left.Choices, right.Choices, Same)
        && Same(left.Options, right.Options, Same);

    private static bool Same(CommandChoice left, CommandChoice right) =>
        left.Name == right.Name && left.Value == right.Value && Same(left.NameLocalizations, right.NameLocalizations);

    private static bool Same<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right, Func<T, T, bool> same) =>
        (left ?? []).Count == (right ?? []).Count && (left ?? []).Zip(right ?? []).All(pair => same(pair.First, pair.Second));

    private static bool Same(IReadOnlyDictionary<string, string>? left, IReadOnlyDictionary<string, string>? right) =>
        (left?.Count ?? 0) == (right?.Count ?? 0)
        && (left is null || left.All(pair => right is not null && right.TryGetValue(pair.Key, out var text) && text == pair.Value));

    // Discord fills the contexts in where none were sent, so none sent means "as they are".
    private static bool SameContexts(IReadOnlyList<InteractionContext>? left, IReadOnlyList<InteractionContext>? right) =>
        left is null || right is null || left.Order().SequenceEqual(right.Order());
}
