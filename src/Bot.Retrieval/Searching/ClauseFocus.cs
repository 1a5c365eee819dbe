using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Indexing;

namespace Bot.Retrieval.Searching;

/// <summary>What a question's clause references mean for its answer.</summary>
internal abstract record ClauseFocus
{
    private ClauseFocus() { }

    /// <summary>The question names no clause.</summary>
    internal sealed record None : ClauseFocus
    {
        public static None Instance { get; } = new();
    }

    /// <summary>Only these places answer.</summary>
    internal sealed record Found(ImmutableArray<ClauseMatch> Matches) : ClauseFocus;

    /// <summary>No document speaks of the clause, whatever else of the question they speak of.</summary>
    /// <param name="Asked">The clause.</param>
    /// <param name="Nearest">Clauses that exist, nearest first.</param>
    /// <param name="Enclosing">Where a clause that would contain it stands.</param>
    internal sealed record Unknown(ClauseReference Asked, ImmutableArray<ClauseReference> Nearest, ImmutableArray<ClauseMatch> Enclosing) : ClauseFocus;

    /// <summary>Several codes have such a clause, and the question doesn't say which it means.</summary>
    internal sealed record Ambiguous(ClauseReference Asked, ImmutableArray<ClauseReference> Choices) : ClauseFocus;

    /// <summary>Where a question names several clauses, those that are known decide.</summary>
    public static ClauseFocus Of(string question, IndexSnapshot snapshot)
    {
        var resolutions = snapshot.Clauses.Resolve(question);
        var matches = ImmutableArray.CreateBuilder<ClauseMatch>();
        ClauseFocus otherwise = None.Instance;
        foreach (var resolution in resolutions)
        {
            switch (resolution.Result)
            {
                case ClauseLookupResult.Found found:
                    matches.AddRange(found.Matches);
                    break;
                case ClauseLookupResult.Enclosing { AreParts: true } parts:
                    matches.AddRange(parts.Matches);
                    break;
                case ClauseLookupResult.Enclosing enclosing:
                    otherwise = new Unknown(resolution.Reference, [.. enclosing.Matches.Select(match => match.Reference).Distinct()], enclosing.Matches);
                    break;
                case ClauseLookupResult.Ambiguous ambiguous:
                    otherwise = new Ambiguous(resolution.Reference, ambiguous.Choices);
                    break;
                case ClauseLookupResult.NotFound notFound when otherwise is None:
                    otherwise = new Unknown(resolution.Reference, notFound.Nearest, []);
                    break;
            }
        }
        return matches.Count > 0 ? new Found([.. matches.Distinct()]) : otherwise;
    }
}
