using System.Collections.Immutable;
using Bot.Retrieval.Indexing;

namespace Bot.Retrieval.Searching;

/// <summary>What was found for a question, all of it from one snapshot.</summary>
public sealed record RetrievalResult
{
    public required Question Question { get; init; }

    public required IndexSnapshot Snapshot { get; init; }

    /// <summary>Best first.</summary>
    public required ImmutableArray<RetrievedPassage> Passages { get; init; }

    /// <summary>The question's terms as the snapshot knows them.</summary>
    internal IReadOnlyList<QueryTerm> Terms { get; init; } = [];

    /// <summary>The question's terms in the other language, as the snapshot knows them.</summary>
    internal IReadOnlyList<QueryTerm> Translated { get; init; } = [];

    /// <summary>The terms by which a passage was found.</summary>
    internal IReadOnlyList<QueryTerm> TermsOf(RetrievedPassage found) => found.IsTranslated ? Translated : Terms;

    internal ClauseFocus Focus { get; init; } = ClauseFocus.None.Instance;
}
