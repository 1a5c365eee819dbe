using System.Collections.Immutable;

namespace Bot.Retrieval.Documents;

/// <summary>One source at one revision.</summary>
public sealed record Document
{
    public required DocumentId Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The cleaned text: what is searched, quoted and checked. See <see cref="TextCleaner"/> for what cleaning does.</summary>
    public required string Text { get; init; }

    /// <summary>From characters of <see cref="Text"/> back to the lines of the raw file.</summary>
    public required SourceMap Source { get; init; }

    /// <summary>Hash of the raw bytes (of the raw line, for a line of a <c>.jsonl</c> file) and of the way they were read.</summary>
    public required string Revision { get; init; }

    public DateOnly? Date { get; init; }

    public string? Author { get; init; }

    /// <summary>Where the original can be read; http or https only.</summary>
    public Uri? Link { get; init; }

    /// <summary>In text order, none overlapping.</summary>
    public ImmutableArray<Heading> Headings { get; init; } = [];

    /// <summary>The <c>id</c> of a line of a <c>.jsonl</c> file; such a document is one passage, however long.</summary>
    public string? RecordId { get; init; }
}
