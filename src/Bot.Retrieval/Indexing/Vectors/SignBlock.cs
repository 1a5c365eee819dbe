using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>
/// The signs of <see cref="Size"/> vectors, byte by byte: first the first eight signs of each, then the next eight, and so on.
/// A register then holds the same eight of many vectors, and a byte shuffle looks four of them up in a table of sixteen
/// sums at once, for all (André et al. 2015, "Cache locality is not enough").
/// </summary>
internal static class SignBlock
{
    /// <summary>Vectors in a block.</summary>
    public const int Size = 64;

    /// <summary>Bytes of a table: 16 sums, four times, as many as the widest register takes.</summary>
    public const int TableBytes = 64;

    /// <summary>The largest value a table may hold, so that the eight of four bytes of signs add up in one byte.</summary>
    public const int LargestEntry = 31;

    // Added up in bytes before they are widened.
    private const int BytesAtOnce = 4;

    /// <summary>The longest vector whose sums fit into 16 bits.</summary>
    public const int MaximumLength = ushort.MaxValue / LargestEntry * 4 / Rotation.Multiple * Rotation.Multiple;

    /// <summary>Where a vector's byte lies among the same bytes of its block: so that widening leaves the vectors in order.</summary>
    public static int PlaceOf(int vector) => vector < Size / 2 ? 2 * vector : (2 * vector) - Size + 1;

    /// <param name="block"><see cref="Size"/> times the bytes of a vector's signs, whose number is a multiple of 4.</param>
    /// <param name="tables">For each byte of signs a table of the sums of its low and one of its high four bits, none above <see cref="LargestEntry"/>.</param>
    /// <param name="sums"><see cref="Size"/> long: what the tables say, added up, for each vector.</param>
    public static void Sum(ReadOnlySpan<byte> block, ReadOnlySpan<byte> tables, Span<ushort> sums)
    {
        if (Avx512BW.IsSupported)
        {
            Sum<ByteLanes512, Vector512<byte>>(block, tables, sums);
        }
        else if (Avx2.IsSupported)
        {
            Sum<ByteLanes256, Vector256<byte>>(block, tables, sums);
        }
        else
        {
            Sum<ByteLanes128, Vector128<byte>>(block, tables, sums);
        }
    }

    internal static void Sum<TLanes, TVector>(ReadOnlySpan<byte> block, ReadOnlySpan<byte> tables, Span<ushort> sums)
        where TLanes : struct, IByteLanes<TVector>
        where TVector : struct
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(block.Length % (Size * BytesAtOnce), 0, nameof(block));
        ArgumentOutOfRangeException.ThrowIfNotEqual(tables.Length, block.Length / Size * 2 * TableBytes, nameof(tables));
        ArgumentOutOfRangeException.ThrowIfNotEqual(sums.Length, Size, nameof(sums));
        ref var table = ref MemoryMarshal.GetReference(tables);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        for (var part = 0; part < Size; part += TLanes.Width)
        {
            ref var codes = ref Unsafe.Add(ref MemoryMarshal.GetReference(block), part);
            TVector even = default, odd = default;
            for (nuint i = 0; i < (nuint)(block.Length / Size); i += BytesAtOnce)
            {
                var bytes = TLanes.AddBytes(
                    TLanes.AddBytes(Eight<TLanes, TVector>(ref codes, ref table, i), Eight<TLanes, TVector>(ref codes, ref table, i + 1)),
                    TLanes.AddBytes(Eight<TLanes, TVector>(ref codes, ref table, i + 2), Eight<TLanes, TVector>(ref codes, ref table, i + 3)));
                even = TLanes.AddWords(even, TLanes.EvenBytes(bytes));
                odd = TLanes.AddWords(odd, TLanes.OddBytes(bytes));
            }
            TLanes.StoreWords(even, ref sum, (nuint)part / 2);
            TLanes.StoreWords(odd, ref sum, (nuint)(part + Size) / 2);
        }
    }

    // What the tables say to the byte of signs at that place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Eight<TLanes, TVector>(ref readonly byte codes, ref readonly byte tables, nuint place)
        where TLanes : struct, IByteLanes<TVector>
        where TVector : struct
    {
        var signs = TLanes.Load(in codes, place * Size);
        return TLanes.AddBytes(
            TLanes.LookUp(TLanes.Load(in tables, place * 2 * TableBytes), TLanes.LowNibbles(signs)),
            TLanes.LookUp(TLanes.Load(in tables, ((place * 2) + 1) * TableBytes), TLanes.HighNibbles(signs)));
    }
}
