using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Indexing;

/// <summary>What a build changed; shown in the same words everywhere.</summary>
public sealed record ReloadReport
{
    public required string Revision { get; init; }

    public ImmutableArray<DocumentId> Added { get; init; } = [];

    public ImmutableArray<DocumentId> Changed { get; init; } = [];

    public ImmutableArray<DocumentId> Removed { get; init; } = [];

    public ImmutableArray<ClauseReference> ClausesAdded { get; init; } = [];

    public ImmutableArray<ClauseReference> ClausesRemoved { get; init; } = [];

    public ImmutableArray<QuarantinedSource> Quarantined { get; init; } = [];

    public int Documents { get; init; }

    public int Passages { get; init; }

    public int Clauses { get; init; }

    public int EmbeddingsMade { get; init; }

    public int EmbeddingsReused { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>Whether documents, clauses and passages are the same as before.</summary>
    public bool IsUnchanged { get; init; }
}
