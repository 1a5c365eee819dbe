using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>An XxHash128: 16 bytes in the order in which the library writes them.</summary>
// Not a UInt128: methods that hand one over can't be compiled ahead, and a start would wait for that.
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Hash128(ulong First, ulong Second)
{
    public static Hash128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[2 * sizeof(ulong)];
        XxHash128.Hash(bytes, hash);
        return MemoryMarshal.Read<Hash128>(hash);
    }
}
