using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Indexing;

namespace Bot.Host.CommandLine.Json;

/// <summary>A clause lookup as <c>clause --json</c> writes it.</summary>
internal sealed record ClauseJson
{
    public required JsonNode? Id { get; init; }

    public required string Reference { get; init; }

    /// <summary>As it is properly written; several of a list or range with commas between; null for what can't be read.</summary>
    public required string? Canonical { get; init; }

    /// <summary><c>found</c>, <c>enclosing</c>, <c>ambiguous</c>, <c>notFound</c> or <c>malformed</c>.</summary>
    public required string Outcome { get; init; }

    public required IReadOnlyList<ClauseMatchJson> Matches { get; init; }

    /// <summary>What exists near a clause that doesn't; for an ambiguous one, each that may be meant, with its code.</summary>
    public required IReadOnlyList<string> Nearest { get; init; }

    public static ClauseJson From(JsonNode? id, string reference, ClauseLookupResult result)
    {
        var matches = MatchesOf(result);
        var names = ClauseNames.Of([.. matches.Select(match => match.Reference)]);
        return new()
        {
            Id = id,
            Reference = reference,
            Canonical = result.References.IsEmpty ? null : string.Join(", ", ClauseNames.Of([.. result.References.Distinct()])),
            Outcome = WordFor(result),
            Matches = [.. matches.Zip(names, ClauseMatchJson.From)],
            Nearest = ClauseNames.Of(NearestOf(result)),
        };
    }

    private static string WordFor(ClauseLookupResult result) => result switch
    {
        ClauseLookupResult.Found => "found",
        ClauseLookupResult.Enclosing => "enclosing",
        ClauseLookupResult.Ambiguous => "ambiguous",
        ClauseLookupResult.NotFound => "notFound",
        _ => "malformed",
    };

    private static ImmutableArray<ClauseMatch> MatchesOf(ClauseLookupResult result) => result switch
    {
        ClauseLookupResult.Found(var matches) => matches,
        ClauseLookupResult.Enclosing(var matches) => matches,
        _ => [],
    };

    private static ImmutableArray<ClauseReference> NearestOf(ClauseLookupResult result) => result switch
    {
        ClauseLookupResult.Ambiguous(var choices) => choices,
        ClauseLookupResult.NotFound(var nearest) => nearest,
        _ => [],
    };
}

/// <summary>A passage that is the clause or speaks of it.</summary>
internal sealed record ClauseMatchJson(string Clause, string Document, string Title, string Quote, int StartLine, int EndLine)
{
    public static ClauseMatchJson From(ClauseMatch match, string name)
    {
        var citation = match.ToCitation();
        return new(name, citation.DocumentName, citation.Title, citation.Quote, citation.StartLine, citation.EndLine);
    }
}
