using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Bot.Retrieval.Documents;

/// <summary>
/// Reads Word documents. They have no lines, so the "line" of a character is the number of its paragraph, counted from
/// 1 through the whole text, empty ones too; a table's row counts as one.
/// </summary>
internal sealed class DocxReader : IDocumentReader
{
    // In characters a part; a small archive can unpack to anything.
    private const long LargestPart = 200_000_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestPart,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public bool Reads(string extension) => extension is ".docx";

    public Task<ReadResult> ReadAsync(SourceFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<ReadResult>(cancellationToken);
        }
        if (content.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return Task.FromResult<ReadResult>(DocumentAssembler.Quarantine(
                file, "The document is protected by a password or in Word's old format: save it as .docx without a password."));
        }
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var package = WordprocessingDocument.Open(stream, isEditable: false);
            return Task.FromResult(Read(file, content.Span, package, cancellationToken));
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            // Packaging, compression and XML each fail in their own ways on a damaged file.
            return Task.FromResult<ReadResult>(DocumentAssembler.Quarantine(
                file, "The file is not a Word document or is damaged: open it in Word and save it again as .docx."));
        }
    }

    private static ReadResult Read(SourceFile file, ReadOnlySpan<byte> content, WordprocessingDocument package, CancellationToken cancellationToken)
    {
        if (package.MainDocumentPart is not { } main)
        {
            return DocumentAssembler.Quarantine(file, "The Word document has no text part: open it in Word and save it again as .docx.");
        }
        var styles = DocxStyles.Read(OpenXml(main.StyleDefinitionsPart));
        var numbering = DocxNumbering.Read(OpenXml(main.NumberingDefinitionsPart));
        using var stream = main.GetStream();
        using var xml = XmlReader.Create(stream, Settings);
        var extractor = new DocxTextExtractor(styles, numbering);
        extractor.Extract(xml, cancellationToken);

        var raw = extractor.Text;
        var cleaned = TextCleaner.Map(raw);
        var metadata = Properties(package).Or(new() { Title = MetadataValues.Text(extractor.TitleParagraph) });
        return DocumentAssembler.Assemble(
            file, content, cleaned, extractor.ParagraphStarts, MarkedHeading.Locate(extractor.Headings, cleaned), metadata);
    }

    private static DocumentMetadata Properties(WordprocessingDocument package)
    {
        try
        {
            var properties = package.PackageProperties;
            return new()
            {
                Title = MetadataValues.Text(properties.Title),
                Author = MetadataValues.Text(properties.Creator),
                Date = properties.Created is { } created ? DateOnly.FromDateTime(created) : null,
            };
        }
        catch (XmlException)
        {
            // Badly written properties are no reason to lose the text.
            return DocumentMetadata.None;
        }
    }

    private static XDocument? OpenXml(OpenXmlPart? part)
    {
        if (part is null)
        {
            return null;
        }
        using var stream = part.GetStream();
        using var xml = XmlReader.Create(stream, Settings);
        return XDocument.Load(xml);
    }
}
