using System.Collections.Immutable;

namespace Bot.Retrieval.Indexing;

/// <summary>What the clauses of all documents come to. Immutable; the next one is made from it.</summary>
/// <param name="Codes">That the documents know.</param>
/// <param name="Aliases">Other names of codes, from the glossary.</param>
/// <param name="Documents">In order.</param>
/// <param name="Sections">All that are spoken of, also those that nothing proves.</param>
/// <param name="ByNumber">The proven ones by their number, in the order in which they are come upon.</param>
/// <param name="Neighbours">The proven ones in the order of codes and numbers.</param>
internal sealed record ClauseJoin(
    KnownCodes Codes,
    ImmutableArray<CodeAlias> Aliases,
    ImmutableArray<DocumentClauses> Documents,
    Dictionary<SectionKey, ClauseSection> Sections,
    Dictionary<string, ImmutableArray<ClauseSection>> ByNumber,
    ClauseNeighbours Neighbours)
{
    public static ClauseJoin Empty { get; } = new(new KnownCodes([], []), [], [], [], [], new([]));
}
