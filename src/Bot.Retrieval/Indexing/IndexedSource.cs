using System.Collections.Immutable;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing;

/// <summary>A file as the last build left it: what the next build compares with.</summary>
/// <param name="File">The file, by the path it was found at.</param>
/// <param name="ContentHash">Of its bytes; null where they couldn't be read.</param>
/// <param name="Passages">In text order; empty where the file is quarantined.</param>
/// <param name="Quarantined">The file itself, or lines of it.</param>
internal sealed record IndexedSource(
    SourceFile File, string? ContentHash, ImmutableArray<Passage> Passages, ImmutableArray<QuarantinedSource> Quarantined);
