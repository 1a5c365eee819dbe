using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>What one place of a document adds to a section.</summary>
/// <param name="From">The document's clauses, of which this is one.</param>
/// <param name="Order">Its place among those of the same kind there.</param>
/// <param name="Reference">The clause, with its code where that is known.</param>
internal abstract record ClauseContribution(DocumentClauses From, int Order, ClauseReference Reference)
{
    public SectionKey Section { get; } = SectionKey.Of(Reference);

    /// <summary>The clause itself.</summary>
    /// <param name="From">The document's clauses, of which this is one.</param>
    /// <param name="Order">Its place among those of the same kind there.</param>
    /// <param name="Reference">The clause, with its code where that is known.</param>
    /// <param name="Also">Another path to the same words.</param>
    /// <param name="Matches">Its passages; may be none.</param>
    internal sealed record Own(DocumentClauses From, int Order, ClauseReference Reference, ClauseReference? Also, ImmutableArray<ClauseMatch> Matches)
        : ClauseContribution(From, Order, Reference);

    /// <summary>Words that speak of it.</summary>
    /// <param name="From">The document's clauses, of which this is one.</param>
    /// <param name="Order">Its place among those of the same kind there.</param>
    /// <param name="Reference">The clause, with its code where that is known.</param>
    /// <param name="Passage">Where they stand.</param>
    /// <param name="Span">The reference.</param>
    /// <param name="Quote">The sentences around it.</param>
    /// <param name="IsTentative">Whether it counts only where there is such a section.</param>
    internal sealed record Mention(DocumentClauses From, int Order, ClauseReference Reference, Passage Passage, TextSpan Span, TextSpan Quote, bool IsTentative)
        : ClauseContribution(From, Order, Reference);
}
