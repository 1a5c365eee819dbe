using Bot.Retrieval.Clauses;

namespace Bot.Host.CommandLine;

/// <summary>How clauses are named together: with their codes only where those differ.</summary>
internal static class ClauseNames
{
    public static IReadOnlyList<string> Of(IReadOnlyCollection<ClauseReference> clauses)
    {
        var severalCodes = clauses.Select(clause => clause.Code).Distinct().Skip(1).Any();
        return [.. clauses.Select(clause => severalCodes ? clause.FullName : clause.Canonical)];
    }
}
