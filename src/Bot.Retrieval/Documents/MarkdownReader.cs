namespace Bot.Retrieval.Documents;

/// <summary>Reads Markdown. The text keeps its markup: it is the source letter for letter.</summary>
internal sealed class MarkdownReader : IDocumentReader
{
    public bool Reads(string extension) => extension is ".md" or ".markdown";

    public Task<ReadResult> ReadAsync(SourceFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        TextFile.ReadAsync(
            file,
            content,
            static (text, metadata, _) => (MarkdownHeadings.Find(text), metadata),
            cancellationToken);
}
