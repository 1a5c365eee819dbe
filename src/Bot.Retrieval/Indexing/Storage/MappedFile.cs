using System.Diagnostics.CodeAnalysis;
using System.IO.MemoryMappedFiles;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>
/// A file as memory, read only. It stays as long as anything refers to it and a while longer: a span doesn't refer to it,
/// but can't outlive the call it is used in.
/// </summary>
internal sealed unsafe class MappedFile
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private long _unreachableSince;

    private MappedFile(MemoryMappedViewAccessor view, long length)
    {
        (_view, Length) = (view, length);
        // Also keeps the view's own finalizer from letting go of the memory.
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += view.PointerOffset;
    }

    // Called again with each full collection until the time is over. Nobody can dispose of it: answers refer to its texts.
    [SuppressMessage("Design", "MA0055:Do not use finalizer", Justification = "Only the collector knows when nothing refers to it.")]
    ~MappedFile()
    {
        var now = TimeProvider.System.GetTimestamp();
        _unreachableSince = _unreachableSince == 0 ? now : _unreachableSince;
        if (!Environment.HasShutdownStarted && TimeProvider.System.GetElapsedTime(_unreachableSince, now) < Grace)
        {
            GC.ReRegisterForFinalize(this);
            return;
        }
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
    }

    public long Length { get; }

    /// <param name="path">Not empty.</param>
    /// <exception cref="IOException">It isn't there or can't be mapped.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static MappedFile Open(string path)
    {
        // Told to the system, so that it reads ahead in large pieces.
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        var length = RandomAccess.GetLength(handle);
        if (length == 0)
        {
            throw new IOException("The file is empty.");
        }
        using var file = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return new(file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read), length);
    }

    /// <summary>For reading at once: see the class about how long it may be kept.</summary>
    public ReadOnlySpan<byte> Bytes(long offset, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - count);
        return new(_start + offset, count);
    }

    /// <param name="offset">From the file's start.</param>
    /// <param name="length">In bytes.</param>
    public Section Section(long offset, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - length);
        return new(this, _start + offset, length);
    }
}
