using System.Collections.Immutable;

namespace Bot.Retrieval.Documents;

/// <summary>Puts a document together from what a reader found: every format names and dates its documents the same way.</summary>
internal static class DocumentAssembler
{
    /// <param name="file">Where it was read from.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="text">The cleaned text, mapped to the raw one.</param>
    /// <param name="rawLineStarts">Where the raw text's lines start.</param>
    /// <param name="headings">In the cleaned text.</param>
    /// <param name="metadata">What the file says about itself, apart from its text.</param>
    public static ReadResult Assemble(
        SourceFile file, ReadOnlySpan<byte> content, MappedText text, int[] rawLineStarts, ImmutableArray<Heading> headings, DocumentMetadata metadata)
    {
        if (string.IsNullOrWhiteSpace(text.Text))
        {
            return Quarantine(file, "The file is empty: it holds no text to answer from.");
        }
        return new ReadResult.Read([new Document
        {
            Id = file.Id,
            Title = metadata.Title ?? headings.FirstOrDefault(heading => heading.Text.Length > 0)?.Text ?? FileTitle(file.Id),
            Text = text.Text,
            Source = text.ToSourceMap(rawLineStarts),
            Revision = ContentHash.Of(content),
            Date = metadata.Date,
            Author = metadata.Author,
            Link = metadata.Link ?? SourceLine.FindLink(text.Text),
            Headings = headings,
        }]);
    }

    public static ReadResult.Quarantined Quarantine(SourceFile file, string reason, int? line = null) => new(new(file.Id, reason, line));

    /// <summary>The file's name without its extension.</summary>
    public static string FileTitle(DocumentId id)
    {
        var name = Path.GetFileName(id.Value);
        return MetadataValues.Text(Path.GetFileNameWithoutExtension(name)) ?? name;
    }
}
