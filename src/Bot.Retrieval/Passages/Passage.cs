using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Passages;

/// <summary>A contiguous piece of one document: the unit that is searched and cited.</summary>
/// <remarks>One that was loaded from disk makes its parts when they are first asked for.</remarks>
public sealed record Passage
{
    private readonly IPassageTable? _stored;
    private readonly int _number;

    public Passage()
    {
    }

    /// <summary>One of a table.</summary>
    [SetsRequiredMembers]
    internal Passage(IPassageTable stored, int number, Document document, TextSpan span)
    {
        (_stored, _number) = (stored, number);
        (Document, Span) = (document, span);
        (HeadingPath, ClauseMentions) = (default, default);
    }

    public required PassageId Id
    {
        get => field.Value is null && _stored is not null ? field = _stored.Id(_number) : field;
        init;
    }

    public required Document Document { get; init; }

    /// <summary>Where it stands in the document's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The headings it stands under, outermost first, without the document's title.</summary>
    public ImmutableArray<string> HeadingPath
    {
        get => field.IsDefault && _stored is not null ? field = _stored.HeadingPath(_number) : field;
        init;
    } = [];

    /// <summary>Its sentences in the document's coordinates, in order, none overlapping; at least one.</summary>
    public required ImmutableArray<TextSpan> Sentences
    {
        get => field.IsDefault && _stored is not null ? field = _stored.Sentences(_number) : field;
        init;
    }

    /// <summary>The clause references in its text, in the document's coordinates, in order.</summary>
    public ImmutableArray<ClauseMention> ClauseMentions
    {
        get => field.IsDefault && _stored is not null ? field = _stored.ClauseMentions(_number) : field;
        init;
    } = [];

    public string Text => Document.Text.Substring(Span.Start, Span.Length);

    // By value, whether a value was asked for already or not.
    public bool Equals(Passage? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Id == other.Id
            && Span == other.Span
            && Document == other.Document
            && HeadingPath.AsSpan().SequenceEqual(other.HeadingPath.AsSpan())
            && Sentences.AsSpan().SequenceEqual(other.Sentences.AsSpan())
            && ClauseMentions.AsSpan().SequenceEqual(other.ClauseMentions.AsSpan()));

    public override int GetHashCode() => HashCode.Combine(Id, Span);
}
