using System.Collections.Immutable;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Indexing;

namespace Bot.Host.CommandLine;

/// <summary>What the documents have for a reference.</summary>
/// <param name="Outcome">One of a closed set.</param>
/// <param name="Canonical">The reference as it is properly written; null for what can't be read as one.</param>
/// <param name="Matches">Its own text first, mentions next.</param>
/// <param name="Nearest">Clauses that exist, where it doesn't.</param>
internal sealed record ClauseResult(
    ClauseOutcome Outcome, string? Canonical, ImmutableArray<ClauseMatch> Matches, ImmutableArray<ClauseReference> Nearest);

internal sealed record ClauseMatch(ClauseReference Clause, Citation Citation);

internal enum ClauseOutcome
{
    Found,
    Enclosing,
    Ambiguous,
    NotFound,
    Malformed,
}

/// <summary>Looks references up in a snapshot.</summary>
internal interface IClauseFinder
{
    ClauseResult Find(IndexSnapshot snapshot, string reference);
}
