using System.Runtime.Intrinsics;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>What a kernel over floats needs of a register of some width; the JIT makes one kernel of each.</summary>
internal interface IFloatLanes<TVector>
    where TVector : struct
{
    /// <summary>Floats in a register.</summary>
    static abstract int Width { get; }

    static abstract TVector Load(ref readonly float start, nuint offset);

    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector sum);

    static abstract TVector Add(TVector left, TVector right);

    static abstract float Sum(TVector vector);
}

/// <summary>AVX-512.</summary>
internal readonly struct FloatLanes512 : IFloatLanes<Vector512<float>>
{
    public static int Width => Vector512<float>.Count;

    public static Vector512<float> Load(ref readonly float start, nuint offset) => Vector512.LoadUnsafe(in start, offset);

    public static Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> sum) => Vector512.MultiplyAddEstimate(left, right, sum);

    public static Vector512<float> Add(Vector512<float> left, Vector512<float> right) => left + right;

    public static float Sum(Vector512<float> vector) => Vector512.Sum(vector);
}

/// <summary>AVX and AVX2.</summary>
internal readonly struct FloatLanes256 : IFloatLanes<Vector256<float>>
{
    public static int Width => Vector256<float>.Count;

    public static Vector256<float> Load(ref readonly float start, nuint offset) => Vector256.LoadUnsafe(in start, offset);

    public static Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> sum) => Vector256.MultiplyAddEstimate(left, right, sum);

    public static Vector256<float> Add(Vector256<float> left, Vector256<float> right) => left + right;

    public static float Sum(Vector256<float> vector) => Vector256.Sum(vector);
}

/// <summary>SSE, NEON, and processors without either, slowly.</summary>
internal readonly struct FloatLanes128 : IFloatLanes<Vector128<float>>
{
    public static int Width => Vector128<float>.Count;

    public static Vector128<float> Load(ref readonly float start, nuint offset) => Vector128.LoadUnsafe(in start, offset);

    public static Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> sum) => Vector128.MultiplyAddEstimate(left, right, sum);

    public static Vector128<float> Add(Vector128<float> left, Vector128<float> right) => left + right;

    public static float Sum(Vector128<float> vector) => Vector128.Sum(vector);
}
