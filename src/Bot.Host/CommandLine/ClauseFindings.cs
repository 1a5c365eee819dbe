using System.Collections.Immutable;
using Bot.Host.Texts;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Indexing;

namespace Bot.Host.CommandLine;

/// <summary>What is said of a clause lookup, the same everywhere.</summary>
/// <param name="Sentences">One a line.</param>
/// <param name="Places">Where the clause stands, each with the clause's name; own text first.</param>
internal sealed record ClauseFindings(IReadOnlyList<string> Sentences, IReadOnlyList<(string Name, ClauseMatch Match)> Places)
{
    public static ClauseFindings Of(ConsoleTexts texts, string reference, ClauseLookupResult result)
    {
        var asked = List(result.References.Distinct());
        return result switch
        {
            ClauseLookupResult.Found(var matches) => At(matches, texts.ClauseFound(asked, matches.Length)),
            ClauseLookupResult.Enclosing enclosing => At(
                enclosing.Matches, enclosing.AreParts ? texts.ClauseParts(asked) : texts.ClauseEnclosing(asked)),
            ClauseLookupResult.Ambiguous(var choices) => Nowhere(texts.ClauseAmbiguous(asked), List(choices)),
            ClauseLookupResult.NotFound(var nearest) when !nearest.IsEmpty =>
                Nowhere(texts.ClauseNotFound(asked), texts.NearestClauses(List(nearest))),
            ClauseLookupResult.NotFound => Nowhere(texts.ClauseNotFound(asked)),
            ClauseLookupResult.Malformed(var example) => Nowhere(texts.ClauseMalformed(reference, example)),
            _ => throw new NotSupportedException($"Unknown result {result.GetType().Name}."),
        };
    }

    private static ClauseFindings At(ImmutableArray<ClauseMatch> matches, string sentence) =>
        new([sentence], [.. ClauseNames.Of([.. matches.Select(match => match.Reference)]).Zip(matches)]);

    private static ClauseFindings Nowhere(params IReadOnlyList<string> sentences) => new(sentences, []);

    private static string List(IEnumerable<ClauseReference> clauses) => string.Join(", ", ClauseNames.Of([.. clauses]));
}
