using System.Collections.Immutable;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering;

/// <summary>A quoted span of a passage. Its words are read from the document, so they can't differ from it.</summary>
/// <param name="Number">As it stands in the answer, from 1.</param>
/// <param name="Passage">Where the quote comes from.</param>
/// <param name="Span">The quoted words in the document's coordinates, inside the passage.</param>
/// <param name="Quote">The quoted words.</param>
public sealed record Citation(int Number, Passage Passage, TextSpan Span, string Quote)
{
    /// <summary>
    /// Which words of the question met which of the cited passage across languages, in the question's order; empty where the
    /// passage was found by the question's own words.
    /// </summary>
    public ImmutableArray<MatchedTerm> Matched { get; init; } = [];

    public string DocumentName => Passage.Document.Id.Value;

    public string Title => Passage.Document.Title;

    public Uri? Link => Passage.Document.Link;

    /// <summary>Raw file line, from 1.</summary>
    public int StartLine => Passage.Document.Source.LineAt(Span.Start);

    /// <summary>Raw file line, from 1.</summary>
    public int EndLine => Passage.Document.Source.LineAt(Math.Max(Span.Start, Span.End - 1));
}
