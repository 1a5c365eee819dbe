using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Passages;

/// <summary>A contiguous piece of one document: the unit that is searched and cited.</summary>
public sealed record Passage
{
    public required PassageId Id { get; init; }

    public required Document Document { get; init; }

    /// <summary>Where it stands in the document's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The headings it stands under, outermost first, without the document's title.</summary>
    public ImmutableArray<string> HeadingPath { get; init; } = [];

    /// <summary>Its sentences in the document's coordinates, in order, none overlapping; at least one.</summary>
    public required ImmutableArray<TextSpan> Sentences { get; init; }

    /// <summary>The clause references in its text, in the document's coordinates, in order.</summary>
    public ImmutableArray<ClauseMention> ClauseMentions { get; init; } = [];

    public string Text => Document.Text.Substring(Span.Start, Span.Length);
}
