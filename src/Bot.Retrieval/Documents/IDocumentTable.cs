using System.Collections.Immutable;

namespace Bot.Retrieval.Documents;

/// <summary>Documents by number, whose parts are made when they are asked for.</summary>
internal interface IDocumentTable
{
    DocumentId Id(int document);

    string Title(int document);

    ReadOnlyMemory<char> Text(int document);

    SourceMap Source(int document);

    string Revision(int document);

    DateOnly? Date(int document);

    string? Author(int document);

    Uri? Link(int document);

    ImmutableArray<Heading> Headings(int document);

    string? RecordId(int document);
}
