using System.Collections.Immutable;

namespace Bot.Retrieval.Documents;

/// <summary>What Markdown and plain text have in common: an encoding, perhaps front matter, and a text that is kept as it is.</summary>
internal static class TextFile
{
    public delegate (ImmutableArray<Heading> Headings, DocumentMetadata Metadata) Outline(string text, DocumentMetadata metadata, DocumentId id);

    public static Task<ReadResult> ReadAsync(SourceFile file, ReadOnlyMemory<byte> content, Outline outline, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<ReadResult>(cancellationToken);
        }
        return Task.FromResult(TextDecoder.Decode(content.Span) switch
        {
            DecodedText.Decoded decoded => Read(file, content.Span, decoded.Text, outline),
            DecodedText.Undecodable undecodable => DocumentAssembler.Quarantine(file, undecodable.Reason),
            var other => throw new InvalidOperationException(other.ToString()),
        });
    }

    private static ReadResult Read(SourceFile file, ReadOnlySpan<byte> content, string raw, Outline outline)
    {
        var frontMatter = FrontMatterParser.Parse(raw);
        var body = MappedText.Unchanged(raw[frontMatter.BodyStart..], frontMatter.BodyStart);
        var text = TextCleaner.Map(body.Text).Through(body);
        var (headings, metadata) = outline(text.Text, frontMatter.Metadata, file.Id);
        var result = DocumentAssembler.Assemble(file, content, text, RawLines.StartsOf(raw), headings, metadata);
        return result is ReadResult.Read read
            ? read with { Skipped = [.. frontMatter.Problems.Select(problem => new QuarantinedSource(file.Id, problem.Reason, problem.Line))] }
            : result;
    }
}
