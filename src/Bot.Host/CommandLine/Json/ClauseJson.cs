using System.Text.Json;

namespace Bot.Host.CommandLine.Json;

/// <summary>A clause lookup as <c>clause --json</c> writes it.</summary>
internal sealed record ClauseJson
{
    public required JsonElement? Id { get; init; }

    public required string Reference { get; init; }

    /// <summary>Null for what can't be read as a reference.</summary>
    public required string? Canonical { get; init; }

    /// <summary><c>found</c>, <c>enclosing</c>, <c>ambiguous</c>, <c>notFound</c> or <c>malformed</c>.</summary>
    public required string Outcome { get; init; }

    public required IReadOnlyList<ClauseMatchJson> Matches { get; init; }

    public required IReadOnlyList<string> Nearest { get; init; }

    public static ClauseJson From(JsonElement? id, string reference, ClauseResult result) => new()
    {
        Id = id,
        Reference = reference,
        Canonical = result.Canonical,
        Outcome = JsonNamingPolicy.CamelCase.ConvertName(result.Outcome.ToString()),
        Matches = [.. result.Matches.Select(ClauseMatchJson.From)],
        Nearest = [.. result.Nearest.Select(clause => clause.Canonical)],
    };
}

/// <summary>A passage that is the clause or speaks of it.</summary>
internal sealed record ClauseMatchJson(string Clause, string Document, string Title, string Quote, int StartLine, int EndLine)
{
    public static ClauseMatchJson From(ClauseMatch match) => new(
        match.Clause.Canonical, match.Citation.DocumentName, match.Citation.Title, match.Citation.Quote,
        match.Citation.StartLine, match.Citation.EndLine);
}
