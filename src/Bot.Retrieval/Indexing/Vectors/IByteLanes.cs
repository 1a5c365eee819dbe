using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>What the scan of sign codes needs of a register of some width; the JIT makes one scan of each.</summary>
internal interface IByteLanes<TVector>
    where TVector : struct
{
    /// <summary>Bytes in a register.</summary>
    static abstract int Width { get; }

    static abstract TVector Load(ref readonly byte start, nuint offset);

    static abstract TVector LowNibbles(TVector codes);

    static abstract TVector HighNibbles(TVector codes);

    /// <summary>For each byte of the indexes, all below 16, the table's byte there; the table is the same 16 bytes again and again.</summary>
    static abstract TVector LookUp(TVector table, TVector indexes);

    static abstract TVector AddBytes(TVector left, TVector right);

    /// <summary>The bytes at even places, each as a word of 16 bits.</summary>
    static abstract TVector EvenBytes(TVector bytes);

    /// <summary>The bytes at odd places, each as a word of 16 bits.</summary>
    static abstract TVector OddBytes(TVector bytes);

    static abstract TVector AddWords(TVector left, TVector right);

    static abstract void StoreWords(TVector words, ref ushort start, nuint offset);
}

/// <summary>AVX-512.</summary>
internal readonly struct ByteLanes512 : IByteLanes<Vector512<byte>>
{
    public static int Width => Vector512<byte>.Count;

    public static Vector512<byte> Load(ref readonly byte start, nuint offset) => Vector512.LoadUnsafe(in start, offset);

    public static Vector512<byte> LowNibbles(Vector512<byte> codes) => codes & Vector512.Create((byte)0x0F);

    public static Vector512<byte> HighNibbles(Vector512<byte> codes) => (codes.AsUInt16() >>> 4).AsByte() & Vector512.Create((byte)0x0F);

    public static Vector512<byte> LookUp(Vector512<byte> table, Vector512<byte> indexes) =>
        Avx512BW.IsSupported ? Avx512BW.Shuffle(table, indexes) : Vector512.Shuffle(table, indexes);

    public static Vector512<byte> AddBytes(Vector512<byte> left, Vector512<byte> right) => left + right;

    public static Vector512<byte> EvenBytes(Vector512<byte> bytes) => bytes & Vector512.Create((ushort)0x00FF).AsByte();

    public static Vector512<byte> OddBytes(Vector512<byte> bytes) => (bytes.AsUInt16() >>> 8).AsByte();

    public static Vector512<byte> AddWords(Vector512<byte> left, Vector512<byte> right) => (left.AsUInt16() + right.AsUInt16()).AsByte();

    public static void StoreWords(Vector512<byte> words, ref ushort start, nuint offset) => words.AsUInt16().StoreUnsafe(ref start, offset);
}

/// <summary>AVX2.</summary>
internal readonly struct ByteLanes256 : IByteLanes<Vector256<byte>>
{
    public static int Width => Vector256<byte>.Count;

    public static Vector256<byte> Load(ref readonly byte start, nuint offset) => Vector256.LoadUnsafe(in start, offset);

    public static Vector256<byte> LowNibbles(Vector256<byte> codes) => codes & Vector256.Create((byte)0x0F);

    public static Vector256<byte> HighNibbles(Vector256<byte> codes) => (codes.AsUInt16() >>> 4).AsByte() & Vector256.Create((byte)0x0F);

    public static Vector256<byte> LookUp(Vector256<byte> table, Vector256<byte> indexes) =>
        Avx2.IsSupported ? Avx2.Shuffle(table, indexes) : Vector256.Shuffle(table, indexes);

    public static Vector256<byte> AddBytes(Vector256<byte> left, Vector256<byte> right) => left + right;

    public static Vector256<byte> EvenBytes(Vector256<byte> bytes) => bytes & Vector256.Create((ushort)0x00FF).AsByte();

    public static Vector256<byte> OddBytes(Vector256<byte> bytes) => (bytes.AsUInt16() >>> 8).AsByte();

    public static Vector256<byte> AddWords(Vector256<byte> left, Vector256<byte> right) => (left.AsUInt16() + right.AsUInt16()).AsByte();

    public static void StoreWords(Vector256<byte> words, ref ushort start, nuint offset) => words.AsUInt16().StoreUnsafe(ref start, offset);
}

/// <summary>SSSE3, NEON, and processors without either, slowly.</summary>
internal readonly struct ByteLanes128 : IByteLanes<Vector128<byte>>
{
    public static int Width => Vector128<byte>.Count;

    public static Vector128<byte> Load(ref readonly byte start, nuint offset) => Vector128.LoadUnsafe(in start, offset);

    public static Vector128<byte> LowNibbles(Vector128<byte> codes) => codes & Vector128.Create((byte)0x0F);

    public static Vector128<byte> HighNibbles(Vector128<byte> codes) => (codes.AsUInt16() >>> 4).AsByte() & Vector128.Create((byte)0x0F);

    public static Vector128<byte> LookUp(Vector128<byte> table, Vector128<byte> indexes) => Vector128.ShuffleNative(table, indexes);

    public static Vector128<byte> AddBytes(Vector128<byte> left, Vector128<byte> right) => left + right;

    public static Vector128<byte> EvenBytes(Vector128<byte> bytes) => bytes & Vector128.Create((ushort)0x00FF).AsByte();

    public static Vector128<byte> OddBytes(Vector128<byte> bytes) => (bytes.AsUInt16() >>> 8).AsByte();

    public static Vector128<byte> AddWords(Vector128<byte> left, Vector128<byte> right) => (left.AsUInt16() + right.AsUInt16()).AsByte();

    public static void StoreWords(Vector128<byte> words, ref ushort start, nuint offset) => words.AsUInt16().StoreUnsafe(ref start, offset);
}
