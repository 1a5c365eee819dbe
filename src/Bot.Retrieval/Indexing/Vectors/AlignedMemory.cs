using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>Memory whose first value lies at the start of a cache line, so that no register's load crosses two.</summary>
internal static class AlignedMemory
{
    /// <summary>In bytes: a cache line, and the widest register.</summary>
    public const int Alignment = 64;

    /// <summary>Values of any content; the collector never moves them.</summary>
    public static Memory<T> Allocate<T>(int length)
        where T : unmanaged
    {
        if (length == 0)
        {
            return Memory<T>.Empty;
        }
        var array = GC.AllocateUninitializedArray<T>(checked(length + (Alignment / Unsafe.SizeOf<T>())), pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        var offset = (int)(-address & (Alignment - 1)) / Unsafe.SizeOf<T>();
        return array.AsMemory(offset, length);
    }
}
