using System.Collections.Immutable;
using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Indexing;

/// <summary>What the documents have on a clause.</summary>
public abstract record ClauseLookupResult
{
    private ClauseLookupResult() { }

    /// <summary>What was asked for, read; empty where it couldn't be.</summary>
    public ImmutableArray<ClauseReference> References { get; init; } = [];

    /// <summary>Passages that are or speak of each clause asked for: own text first, exact mentions next.</summary>
    public sealed record Found(ImmutableArray<ClauseMatch> Matches) : ClauseLookupResult;

    /// <summary>
    /// Not the clause itself: the documents speak of one that contains it, or of parts of it. To be shown as such.
    /// </summary>
    public sealed record Enclosing(ImmutableArray<ClauseMatch> Matches) : ClauseLookupResult
    {
        /// <summary>Whether the matches are parts of what was asked for, and not what contains it.</summary>
        public bool AreParts { get; init; }
    }

    /// <summary>Several codes have such a clause.</summary>
    /// <param name="Choices">Each with its code.</param>
    public sealed record Ambiguous(ImmutableArray<ClauseReference> Choices) : ClauseLookupResult;

    /// <summary>No document speaks of it.</summary>
    /// <param name="Nearest">Clauses that exist, nearest first, at most five.</param>
    public sealed record NotFound(ImmutableArray<ClauseReference> Nearest) : ClauseLookupResult;

    /// <summary>It can't be read as a reference.</summary>
    public sealed record Malformed(string Example) : ClauseLookupResult;
}
