using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Bot.Retrieval.Documents;

/// <summary>One source at one revision.</summary>
/// <remarks>One that was loaded from disk makes each of its texts when that is first asked for.</remarks>
public sealed record Document
{
    private readonly IDocumentTable? _stored;
    private readonly int _number;

    private string? _text;

    // The table where the value wasn't asked for yet.
    private object? _author;
    private object? _link;
    private object? _recordId;

    public Document()
    {
    }

    /// <summary>One of a table.</summary>
    [SetsRequiredMembers]
    internal Document(IDocumentTable stored, int number)
    {
        (_stored, _number) = (stored, number);
        _author = _link = _recordId = stored;
        Date = stored.Date(number);
        (Text, Headings) = (null!, default);
    }

    public required DocumentId Id
    {
        get => field.Value is null && _stored is not null ? field = _stored.Id(_number) : field;
        init;
    }

    public required string Title
    {
        get => field ??= _stored!.Title(_number);
        init;
    }

    /// <summary>The cleaned text: what is searched, quoted and checked. See <see cref="TextCleaner"/> for what cleaning does.</summary>
    public required string Text
    {
        get => _text ??= _stored!.Text(_number).ToString();
        init => _text = value;
    }

    /// <summary>From characters of <see cref="Text"/> back to the lines of the raw file.</summary>
    public required SourceMap Source
    {
        get => field ??= _stored!.Source(_number);
        init;
    }

    /// <summary>Hash of the raw bytes (of the raw line, for a line of a <c>.jsonl</c> file) and of the way they were read.</summary>
    public required string Revision
    {
        get => field ??= _stored!.Revision(_number);
        init;
    }

    public DateOnly? Date { get; init; }

    public string? Author
    {
        get => (string?)(_author is IDocumentTable stored ? _author = stored.Author(_number) : _author);
        init => _author = value;
    }

    /// <summary>Where the original can be read; http or https only.</summary>
    public Uri? Link
    {
        get => (Uri?)(_link is IDocumentTable stored ? _link = stored.Link(_number) : _link);
        init => _link = value;
    }

    /// <summary>In text order, none overlapping.</summary>
    public ImmutableArray<Heading> Headings
    {
        get => field.IsDefault && _stored is not null ? field = _stored.Headings(_number) : field;
        init;
    } = [];

    /// <summary>The <c>id</c> of a line of a <c>.jsonl</c> file; such a document is one passage, however long.</summary>
    public string? RecordId
    {
        get => (string?)(_recordId is IDocumentTable stored ? _recordId = stored.RecordId(_number) : _recordId);
        init => _recordId = value;
    }

    /// <summary>The text, without making a string of it where there is none yet.</summary>
    internal ReadOnlyMemory<char> Characters => _text is null ? _stored!.Text(_number) : _text.AsMemory();

    // By value, whether a value was asked for already or not.
    public bool Equals(Document? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && (Id, Title, Revision, Date, Author, Link, RecordId) == (other.Id, other.Title, other.Revision, other.Date, other.Author, other.Link, other.RecordId)
            && Text == other.Text
            && ReferenceEquals(Source, other.Source)
            && Headings.AsSpan().SequenceEqual(other.Headings.AsSpan()));

    public override int GetHashCode() => HashCode.Combine(Id, Revision);
}
