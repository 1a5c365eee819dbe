using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// Numbers of 0 to 32 bits, packed 128 at a time in four lanes side by side, so that one vector instruction unpacks four of
/// them: value 4 × row + lane stands in its lane at the bit row × width.
/// </summary>
internal static class BitPacking
{
    /// <summary>How many numbers are packed together.</summary>
    public const int BlockSize = 128;

    private const int Lanes = 4;
    private const int Rows = BlockSize / Lanes;
    private const int VectorBytes = Lanes * sizeof(uint);

    /// <summary>The bits that a number takes.</summary>
    public static int WidthOf(uint largest) => 32 - BitOperations.LeadingZeroCount(largest);

    /// <summary>How many bytes a block takes.</summary>
    public static int ByteCount(int width) => width * VectorBytes;

    /// <param name="values">128 numbers.</param>
    /// <param name="width">Bits that hold the largest of them.</param>
    /// <param name="packed">Takes <see cref="ByteCount"/> bytes.</param>
    public static void Pack(ReadOnlySpan<uint> values, int width, Span<byte> packed)
    {
        packed[..ByteCount(width)].Clear();
        for (var i = 0; width > 0 && i < BlockSize; i++)
        {
            var (word, shift) = Math.DivRem(i / Lanes * width, 32);
            var place = ((word * Lanes) + (i % Lanes)) * sizeof(uint);
            Or(packed, place, values[i] << shift);
            if (shift + width > 32)
            {
                Or(packed, place + VectorBytes, values[i] >> (32 - shift));
            }
        }
    }

    /// <summary>Packs each number as its distance from the one four places before it.</summary>
    /// <param name="values">128 ascending numbers.</param>
    /// <param name="before">What the first four are counted from.</param>
    /// <param name="distances">Takes 128 distances.</param>
    /// <returns>The width that they need.</returns>
    public static int Distances(ReadOnlySpan<int> values, int before, Span<uint> distances)
    {
        var all = 0u;
        for (var i = 0; i < BlockSize; i++)
        {
            distances[i] = (uint)(values[i] - (i < Lanes ? before : values[i - Lanes]));
            all |= distances[i];
        }
        return WidthOf(all);
    }

    /// <summary>Unpacks 128 numbers.</summary>
    public static void Unpack(ReadOnlySpan<byte> packed, int width, Span<int> values) => Unpack(packed, width, Vector128<uint>.Zero, 0, values);

    /// <summary>Unpacks 128 numbers that were packed as <see cref="Distances"/>.</summary>
    public static void UnpackDistances(ReadOnlySpan<byte> packed, int width, int before, Span<int> values) =>
        Unpack(packed, width, Vector128<uint>.AllBitsSet, before, values);

    /// <summary>One of 128 packed numbers.</summary>
    public static int Get(ReadOnlySpan<byte> packed, int width, int index)
    {
        if (width == 0)
        {
            return 0;
        }
        var (word, shift) = Math.DivRem(index / Lanes * width, 32);
        var place = ((word * Lanes) + (index % Lanes)) * sizeof(uint);
        ulong bits = MemoryMarshal.Read<uint>(packed[place..]);
        if (shift + width > 32)
        {
            bits |= (ulong)MemoryMarshal.Read<uint>(packed[(place + VectorBytes)..]) << 32;
        }
        return (int)(uint)((bits >> shift) & ((1UL << width) - 1));
    }

    // What came before is added where all bits of "carry" are set.
    private static void Unpack(ReadOnlySpan<byte> packed, int width, Vector128<uint> carry, int before, Span<int> values)
    {
        if (packed.Length < ByteCount(width) || values.Length < BlockSize)
        {
            throw new ArgumentException("A block is cut short.", nameof(packed));
        }
        ref var source = ref MemoryMarshal.GetReference(packed);
        ref var target = ref Unsafe.As<int, uint>(ref MemoryMarshal.GetReference(values));
        var last = Vector128.Create((uint)before) & carry;
        var mask = Vector128.Create(width == 32 ? uint.MaxValue : (1u << width) - 1);
        var word = 0;
        var shift = 0;
        var current = width == 0 ? Vector128<uint>.Zero : Load(ref source, 0);
        for (var row = 0; row < Rows; row++)
        {
            var value = current >>> shift;
            shift += width;
            if (shift >= 32 && ++word < width)
            {
                shift -= 32;
                current = Load(ref source, word);
                value = shift > 0 ? value | (current << (width - shift)) : value;
            }
            last = (last & carry) + (value & mask);
            last.StoreUnsafe(ref target, (nuint)(row * Lanes));
        }
    }

    private static Vector128<uint> Load(ref byte source, int word) => Vector128.LoadUnsafe(ref source, (nuint)(word * VectorBytes)).AsUInt32();

    private static void Or(Span<byte> packed, int place, uint bits)
    {
        var word = packed.Slice(place, sizeof(uint));
        MemoryMarshal.Write(word, MemoryMarshal.Read<uint>(word) | bits);
    }
}
