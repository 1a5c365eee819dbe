using System.Buffers;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A stretch of memory that never moves, as values; refers to its owner.</summary>
internal sealed unsafe class UnmovedMemory<T>(object owner, T* start, int count) : MemoryManager<T>
    where T : unmanaged
{
    public override Span<T> GetSpan()
    {
        GC.KeepAlive(owner);
        return new(start, count);
    }

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
