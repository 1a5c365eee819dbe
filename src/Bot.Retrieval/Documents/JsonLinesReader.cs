using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Bot.Retrieval.Documents;

/// <summary>
/// Reads files of one JSON object a line, <c>{"id","title","text"}</c>: each line is a document of its own. Lines that
/// can't be used are left out with their number; the rest loads.
/// </summary>
internal sealed class JsonLinesReader : IDocumentReader
{
    // More reports than that help nobody.
    private const int MostSkipped = 1000;

    private const int LinesBetweenChecks = 256;

    public bool Reads(string extension) => extension is ".jsonl";

    public Task<ReadResult> ReadAsync(SourceFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<ReadResult>(cancellationToken);
        }
        return Task.FromResult(Read(file, ToUtf8(content), cancellationToken));
    }

    // Where the whole file is no text in any encoding, single lines may still be.
    private static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> content) => TextDecoder.Decode(content.Span) switch
    {
        DecodedText.Decoded { Encoding: "utf-8" } when content.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) => content[3..],
        DecodedText.Decoded decoded when decoded.Encoding != "utf-8" => Encoding.UTF8.GetBytes(decoded.Text),
        _ => content,
    };

    private static ReadResult Read(SourceFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var documents = ImmutableArray.CreateBuilder<Document>();
        var skipped = ImmutableArray.CreateBuilder<QuarantinedSource>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var tooMany = 0;
        var number = 0;
        for (var rest = content; !rest.IsEmpty;)
        {
            number++;
            if (number % LinesBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0)
            {
                continue;
            }
            if (Take(file.Id, line, number, documents, lines) is not { } reason)
            {
                continue;
            }
            if (skipped.Count < MostSkipped)
            {
                skipped.Add(new(file.Id, reason, number));
            }
            else
            {
                tooMany++;
            }
        }
        return Result(file, documents, skipped, tooMany);
    }

    private static ReadResult Result(
        SourceFile file, ImmutableArray<Document>.Builder documents, ImmutableArray<QuarantinedSource>.Builder skipped, int tooMany)
    {
        if (documents.Count == 0)
        {
            return skipped.Count == 0
                ? DocumentAssembler.Quarantine(file, "The file is empty: it holds no text to answer from.")
                : DocumentAssembler.Quarantine(file, $"No line can be used; line {skipped[0].Line}: {skipped[0].Reason}");
        }
        if (tooMany > 0)
        {
            skipped.Add(new(file.Id, $"{tooMany} more lines could not be used either: each needs to be an object with “id” and “text”."));
        }
        return new ReadResult.Read(documents.ToImmutable()) { Skipped = skipped.ToImmutable() };
    }

    /// <summary>Why the line can't be used; <see langword="null"/> where it can.</summary>
    private static string? Take(
        DocumentId file, ReadOnlyMemory<byte> line, int number, ImmutableArray<Document>.Builder documents, Dictionary<string, int> lines)
    {
        switch (JsonLine.Read(file, line, number))
        {
            case JsonLine.Used { Document: var document } when lines.TryAdd(document.RecordId!, number):
                documents.Add(document);
                return null;
            case JsonLine.Used { Document.RecordId: var id }:
                return $"The id “{id}” is taken by line {lines[id!]}: give each line its own.";
            case JsonLine.Unusable unusable:
                return unusable.Reason;
            case var other:
                throw new InvalidOperationException(other.ToString());
        }
    }
}
