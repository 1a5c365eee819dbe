using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// Values that grow while a segment is made, outside of the collector's heap. An array that grows leaves its smaller
/// predecessors behind, as large together as itself: as garbage they would make up most of what a build keeps in memory, and
/// make the collector run through the whole heap while questions wait. Used by one thread; references end where it grows.
/// </summary>
/// <typeparam name="T">Zero bytes are its default.</typeparam>
internal sealed unsafe class GrowingMemory<T> : IDisposable
    where T : unmanaged
{
    private T* _values;

    /// <param name="length">At least 1.</param>
    public GrowingMemory(int length)
    {
        _values = (T*)NativeMemory.AllocZeroed((nuint)length, (nuint)sizeof(T));
        Length = length;
    }

    public int Length { get; private set; }

    public Span<T> Span => new(_values, Length);

    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Length, nameof(index));
            return ref _values[index];
        }
    }

    /// <summary>Makes it at least half as long again; what is new is zero.</summary>
    /// <param name="least">How long it must be.</param>
    public void Grow(int least)
    {
        var length = (int)Math.Min(Array.MaxLength, Math.Max(least, Length + (Length / 2L)));
        _values = (T*)NativeMemory.Realloc(_values, checked((nuint)length * (nuint)sizeof(T)));
        new Span<T>(_values + Length, length - Length).Clear();
        Length = length;
    }

    /// <summary>Gives it back: nothing else does.</summary>
    public void Dispose()
    {
        NativeMemory.Free(_values);
        _values = null;
        Length = 0;
    }
}
