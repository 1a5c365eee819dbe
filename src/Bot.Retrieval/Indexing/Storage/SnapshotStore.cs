using System.Globalization;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Lexicon;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>
/// Keeps the snapshot in one file of the data folder. A file that is damaged, or was made otherwise than it would be made
/// now, is left aside with a log line; so is a disk that refuses. Thread-safe.
/// </summary>
internal sealed partial class SnapshotStore(
    IOptions<IndexOptions> options,
    IOptions<DocumentOptions> documents,
    LexiconSource lexicon,
    IEmbeddingGenerator<string, Embedding<float>> generator,
    TimeProvider clock,
    ILogger<SnapshotStore> logger) : ISnapshotStore
{
    /// <summary>Below the data folder.</summary>
    public const string FileName = "index.bin";

    private const string Unfinished = ".new";

    // Longer than any takes to be written.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private static int _written;

    private readonly Lazy<SnapshotStamp> _stamp = new(() => new(
        SnapshotStamp.Part(typeof(SnapshotStore).Module.ModuleVersionId.ToString(), Environment.Version.ToString()),
        SnapshotStamp.Part(lexicon.Fingerprint),
        SnapshotStamp.Part(EmbeddingModel.NameOf(generator)),
        SnapshotStamp.Part(documents.Value.MaximumFileBytes.ToString(CultureInfo.InvariantCulture)),
        default));

    /// <summary>Opens the file to be written; tests put a full disk in its place.</summary>
    internal Func<string, Stream> Create { get; init; } = path => new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);

    private string? Folder => options.Value.DataDirectory;

    public IndexSnapshot Load(IReadOnlyList<string> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (Folder is null || Path.Combine(Folder, FileName) is not { } path || !File.Exists(path))
        {
            return IndexSnapshot.Empty;
        }
        try
        {
            var header = SectionFile.ReadHeader(path);
            if (header.Stamp.DifferenceFrom(StampOf(sources)) is { } difference)
            {
                Log.Outdated(logger, path, difference);
                return IndexSnapshot.Empty;
            }
            return StoredSnapshot.Load(SectionFile.Open(path, header));
        }
        catch (OtherLayoutException ex)
        {
            Log.Outdated(logger, path, ex.Message);
            return IndexSnapshot.Empty;
        }
        catch (Exception ex)
        {
            // Whatever it is: the documents are there.
            Log.Unusable(logger, path, ex.Message);
            return IndexSnapshot.Empty;
        }
    }

    public void Save(IndexSnapshot snapshot, IReadOnlyList<string> sources)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(sources);
        // Vectors that stood in for the model's would be taken for them.
        if (Folder is null || snapshot == IndexSnapshot.Empty || snapshot.Vectors.Model != EmbeddingModel.NameOf(generator))
        {
            return;
        }
        var path = Path.Combine(Folder, FileName);
        try
        {
            Directory.CreateDirectory(Folder);
            DeleteAbandoned(Folder);
            // Of its own name: two processes may save at once.
            var beside = $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref _written)}{Unfinished}";
            try
            {
                Write(snapshot, beside, StampOf(sources));
                File.Move(beside, path, overwrite: true);
            }
            catch
            {
                File.Delete(beside);
                throw;
            }
        }
        catch (Exception ex)
        {
            Log.NotSaved(logger, path, ex.Message);
        }
    }

    private SnapshotStamp StampOf(IReadOnlyList<string> sources) =>
        _stamp.Value with { Sources = SnapshotStamp.Part(sources.Select(Path.GetFullPath)) };

    private void Write(IndexSnapshot snapshot, string path, SnapshotStamp stamp)
    {
        using var stream = Create(path);
        var writer = new SectionFileWriter(stream);
        StoredSnapshot.Save(writer, snapshot);
        writer.Complete(stamp);
        stream.Flush();
        if (stream is not FileStream file)
        {
            return;
        }
        // Or a power cut after the renaming would leave a file without its content.
        file.Flush(flushToDisk: true);
        if (!OperatingSystem.IsWindows())
        {
            // Whoever has it mapped would fall over a file that somebody shortens by accident.
            File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        }
    }

    // Of processes that were killed while they wrote.
    private void DeleteAbandoned(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, $"{FileName}.*{Unfinished}"))
        {
            if (clock.GetUtcNow() - new DateTimeOffset(File.GetLastWriteTimeUtc(path)) > Abandoned)
            {
                File.Delete(path);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The kept index {Path} isn't used: {Reason}; the documents are read anew")]
        public static partial void Outdated(ILogger logger, string path, string reason);

        [LoggerMessage(LogLevel.Warning, "The kept index {Path} can't be used: {Reason}; the documents are read anew")]
        public static partial void Unusable(ILogger logger, string path, string reason);

        [LoggerMessage(LogLevel.Warning, "The index couldn't be kept in {Path}: {Reason}; the next start reads the documents anew")]
        public static partial void NotSaved(ILogger logger, string path, string reason);
    }
}
