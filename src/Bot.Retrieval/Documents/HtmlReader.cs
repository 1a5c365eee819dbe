using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Retrieval.Documents;

/// <summary>Reads the main text of a web page.</summary>
internal sealed partial class HtmlReader : IDocumentReader
{
    // Where browsers too look for a declared encoding.
    private const int DeclarationWindow = 1024;

    public bool Reads(string extension) => extension is ".html" or ".htm";

    public Task<ReadResult> ReadAsync(SourceFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<ReadResult>(cancellationToken);
        }
        return Task.FromResult(TextDecoder.Decode(content.Span, DeclaredEncoding(content.Span)) switch
        {
            DecodedText.Decoded decoded => Read(file, content.Span, decoded.Text, cancellationToken),
            DecodedText.Undecodable undecodable => DocumentAssembler.Quarantine(file, undecodable.Reason),
            var other => throw new InvalidOperationException(other.ToString()),
        });
    }

    private static ReadResult Read(SourceFile file, ReadOnlySpan<byte> content, string raw, CancellationToken cancellationToken)
    {
        var page = new HtmlTextExtractor(raw).Extract(cancellationToken);
        var cleaned = TextCleaner.Map(page.Text.Text);
        return DocumentAssembler.Assemble(
            file,
            content,
            cleaned.Through(page.Text),
            RawLines.StartsOf(raw),
            MarkedHeading.Locate(page.Headings, cleaned),
            page.Metadata);
    }

    private static string? DeclaredEncoding(ReadOnlySpan<byte> content)
    {
        var start = Encoding.Latin1.GetString(content[..Math.Min(content.Length, DeclarationWindow)]);
        return Charset.Match(start) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex("""<meta[^>]{0,200}charset\s{0,8}=\s{0,8}["']?(?<name>[A-Za-z0-9_\-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Charset { get; }
}
