using System.Collections.Immutable;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Searching;

/// <summary>A passage found for a question.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">The fused score: comparable within one question, 1 for a passage that is best in every part.</param>
/// <param name="LexicalScore">BM25 with the evidence of the best sentence, as a share of the question's best.</param>
/// <param name="VectorScore">Cosine, as a share of the question's best; 0 where it isn't positive.</param>
public sealed record RetrievedPassage(Passage Passage, double Score, double LexicalScore, double VectorScore)
{
    /// <summary>
    /// Which words of the question met which of the passage across languages, by dictionary, glossary, name or number, in the
    /// question's order. Empty for a passage found by the question's own words. Computed when first asked for.
    /// </summary>
    public ImmutableArray<MatchedTerm> MatchedTerms => Matches?.Value ?? [];

    /// <summary>What <see cref="MatchedTerms"/> is computed by; null where nothing was translated.</summary>
    internal Lazy<ImmutableArray<MatchedTerm>>? Matches { get; init; }

    /// <summary>Its number in the snapshot.</summary>
    internal int Number { get; init; }

    /// <summary>The lexical score, as a share of the question's mass.</summary>
    internal double Words { get; init; }

    /// <summary>Whether it was found by the question's translation.</summary>
    internal bool IsTranslated { get; init; }
}
