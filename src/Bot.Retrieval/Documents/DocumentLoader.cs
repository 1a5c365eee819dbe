using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Retrieval.Documents;

/// <summary>
/// Loads the files of the seeds folder. Whatever is wrong with a file comes back as a reason; nothing is thrown but for
/// cancellation. Thread-safe.
/// </summary>
internal sealed partial class DocumentLoader(
    IEnumerable<IDocumentReader> readers, IFileOpener files, IOptions<DocumentOptions> options, ILogger<DocumentLoader> logger)
{
    private const string Vanished = "The file vanished while it was about to be read: reload once it is back.";
    private const string Empty = "The file is empty: it holds no text to answer from.";

    private readonly ImmutableArray<IDocumentReader> _readers = [.. readers];

    /// <summary>Loads the bytes and hashes them; <see cref="ReadAsync(OpenedSource.Opened, CancellationToken)"/> can be spared where the hash is known.</summary>
    public async Task<OpenedSource> OpenAsync(SourceFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // Opening what only looks like a file (a pipe, a device) could wait for ever; all of those have no length.
            var length = file.Length > 0 ? file.Length : new FileInfo(file.FullPath) is { Exists: true } now ? now.Length : -1;
            if (length <= 0)
            {
                return Left(file, length < 0 ? Vanished : Empty);
            }
            if (length > options.Value.MaximumFileBytes)
            {
                return TooLarge(file, length);
            }
            await using var stream = files.Open(file.FullPath);
            return await LoadAsync(file, stream, cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            return Left(file, ex switch
            {
                FileNotFoundException or DirectoryNotFoundException => Vanished,
                UnauthorizedAccessException => "The file may not be read: give the bot's account permission to read it.",
                _ => $"The file could not be read ({ex.Message}): check the disk and reload.",
            });
        }
    }

    /// <summary>Reads loaded bytes into documents.</summary>
    public async Task<ReadResult> ReadAsync(OpenedSource.Opened opened, CancellationToken cancellationToken)
    {
        var extension = Path.GetExtension(opened.File.Id.Value).ToLowerInvariant();
        if (_readers.FirstOrDefault(reader => reader.Reads(extension)) is not { } reader)
        {
            return DocumentAssembler.Quarantine(opened.File, SeedsFolder.UnknownFormat(extension));
        }
        try
        {
            return await reader.ReadAsync(opened.File, opened.Content, cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            Log.ReaderFailed(logger, ex, opened.File.Id);
            return DocumentAssembler.Quarantine(opened.File, $"The file could not be read as {extension}: open it and save it again.");
        }
    }

    /// <summary>Loads and reads.</summary>
    public async Task<ReadResult> ReadAsync(SourceFile file, CancellationToken cancellationToken) =>
        await OpenAsync(file, cancellationToken) switch
        {
            OpenedSource.Opened opened => await ReadAsync(opened, cancellationToken),
            OpenedSource.Quarantined quarantined => new ReadResult.Quarantined(quarantined.Source),
            var other => throw new InvalidOperationException(other.ToString()),
        };

    private async Task<OpenedSource> LoadAsync(SourceFile file, Stream stream, CancellationToken cancellationToken)
    {
        var limit = options.Value.MaximumFileBytes;
        var content = new byte[Math.Min(stream.Length, limit) + 1];
        var count = 0;
        while (await stream.ReadAsync(content.AsMemory(count), cancellationToken) is > 0 and var read)
        {
            count += read;
            // Somebody writes to it meanwhile.
            if (count > limit)
            {
                return TooLarge(file, Math.Max(count, stream.Length));
            }
            if (count == content.Length)
            {
                Array.Resize(ref content, checked((int)Math.Min(content.Length * 2L, limit + 1)));
            }
        }
        return count == 0
            ? Left(file, Empty)
            : new OpenedSource.Opened(file, ContentHash.Of(content.AsSpan(0, count)), content.AsMemory(0, count));
    }

    private OpenedSource.Quarantined TooLarge(SourceFile file, long length) => Left(
        file,
        $"The file has {Megabytes(length)} MB, more than the {Megabytes(options.Value.MaximumFileBytes)} MB that are allowed: split it or raise the limit.");

    private static string Megabytes(long bytes) => (bytes / (1024.0 * 1024.0)).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private static OpenedSource.Quarantined Left(SourceFile file, string reason) => new(new QuarantinedSource(file.Id, reason));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Reading {Document} failed unexpectedly")]
        public static partial void ReaderFailed(ILogger logger, Exception exception, DocumentId document);
    }
}
