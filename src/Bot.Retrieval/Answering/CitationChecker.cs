using System.Collections.Immutable;

namespace Bot.Retrieval.Answering;

/// <summary>
/// The last gate before anything is shown: a quote that doesn't stand, letter for letter, at its span of its passage is
/// dropped.
/// </summary>
public static class CitationChecker
{
    /// <summary>The citations that hold, numbered from 1 in their order.</summary>
    public static ImmutableArray<Citation> Check(IEnumerable<Citation> citations)
    {
        ArgumentNullException.ThrowIfNull(citations);
        return [.. citations.Where(Holds).Select((citation, index) => citation with { Number = index + 1 })];
    }

    /// <summary>Whether the quote is what the document says there, and lies inside the passage.</summary>
    public static bool Holds(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        var passage = citation.Passage;
        return !citation.Span.IsEmpty
            && citation.Span.End <= passage.Document.Text.Length
            && passage.Span.Contains(citation.Span)
            && citation.Span.In(passage.Document.Text).SequenceEqual(citation.Quote);
    }
}
