namespace Bot.Retrieval.Documents;

/// <summary>Reads text without markup, with front matter where it has some.</summary>
internal sealed class PlainTextReader : IDocumentReader
{
    public bool Reads(string extension) => extension is ".txt";

    public Task<ReadResult> ReadAsync(SourceFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        TextFile.ReadAsync(
            file,
            content,
            static (text, metadata, id) =>
            {
                var headings = PlainTextHeadings.Find(text);
                return (headings, metadata with
                {
                    Title = metadata.Title ?? PlainTextHeadings.TitleOf(headings, text) ?? DocumentAssembler.FileTitle(id),
                });
            },
            cancellationToken);
}
