using System.Buffers;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A stretch of a mapped file as values; refers to the file.</summary>
internal sealed unsafe class MappedMemory<T>(MappedFile file, T* start, int count) : MemoryManager<T>
    where T : unmanaged
{
    public override Span<T> GetSpan()
    {
        GC.KeepAlive(file);
        return new(start, count);
    }

    // It never moves.
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elementIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elementIndex, count);
        return new(start + elementIndex, default, this);
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
