using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>
/// A query, ready to be compared with the codes of one segment. What it gives is no estimate but a bound: the estimate
/// plus a margin, in standard deviations of its error, that few cosines exceed. For one thread, again and again.
/// </summary>
internal sealed class SignQuery
{
    // One less the mean of a random unit vector's signs times itself, squared: what a bit leaves unknown of a value.
    private static readonly float Unknown = MathF.Sqrt(1 - (2 / MathF.PI));

    private readonly float[] _difference;
    private readonly Memory<byte> _tables;
    private float _base;
    private float _scale;
    private float _shift;

    /// <param name="length">Of a rotated vector.</param>
    public SignQuery(int length)
    {
        _difference = new float[length];
        _tables = AlignedMemory.Allocate<byte>(length / 4 * SignBlock.TableBytes);
    }

    /// <param name="query">Of length 1, rotated.</param>
    /// <param name="centre">The segment's.</param>
    /// <param name="margin">In standard deviations of the estimate's error.</param>
    public void Prepare(ReadOnlySpan<float> query, ReadOnlySpan<float> centre, float margin)
    {
        TensorPrimitives.Subtract(query, centre, _difference);
        _base = TensorPrimitives.Dot(query, centre);
        _scale = LargestSum() / SignBlock.LargestEntry;
        _shift = (margin * Unknown * TensorPrimitives.Norm<float>(_difference)) - TensorPrimitives.SumOfMagnitudes<float>(_difference);
        FillTables(_scale > 0 ? 1 / _scale : 0);
    }

    /// <summary>The bounds of a block's vectors.</summary>
    /// <returns>A bit for each whose bound isn't below the threshold.</returns>
    public ulong Bound(ReadOnlySpan<byte> block, ReadOnlySpan<float> offsets, ReadOnlySpan<float> factors, float threshold, Span<float> bounds)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(offsets.Length, SignBlock.Size, nameof(offsets));
        ArgumentOutOfRangeException.ThrowIfNotEqual(factors.Length, SignBlock.Size, nameof(factors));
        ArgumentOutOfRangeException.ThrowIfNotEqual(bounds.Length, SignBlock.Size, nameof(bounds));
        Span<ushort> sums = stackalloc ushort[SignBlock.Size];
        SignBlock.Sum(block, _tables.Span, sums);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        ref var offset = ref MemoryMarshal.GetReference(offsets);
        ref var factor = ref MemoryMarshal.GetReference(factors);
        ref var bound = ref MemoryMarshal.GetReference(bounds);
        var width = (nuint)Vector256<float>.Count;
        ulong reached = 0;
        for (nuint i = 0; i < SignBlock.Size; i += 2 * width)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref sum, i));
            var lowBounds = Bound(low, Vector256.LoadUnsafe(ref offset, i), Vector256.LoadUnsafe(ref factor, i));
            var highBounds = Bound(high, Vector256.LoadUnsafe(ref offset, i + width), Vector256.LoadUnsafe(ref factor, i + width));
            lowBounds.StoreUnsafe(ref bound, i);
            highBounds.StoreUnsafe(ref bound, i + width);
            var limit = Vector256.Create(threshold);
            reached |= (ulong)Vector256.GreaterThanOrEqual(lowBounds, limit).ExtractMostSignificantBits() << (int)i;
            reached |= (ulong)Vector256.GreaterThanOrEqual(highBounds, limit).ExtractMostSignificantBits() << (int)(i + width);
        }
        return reached;
    }

    private Vector256<float> Bound(Vector256<uint> sums, Vector256<float> offsets, Vector256<float> factors)
    {
        var signs = Vector256.MultiplyAddEstimate(Vector256.ConvertToSingle(sums.AsInt32()), Vector256.Create(_scale), Vector256.Create(_shift));
        return Vector256.MultiplyAddEstimate(signs, factors, offsets) + Vector256.Create(_base);
    }

    // The most that a group of four values adds: where all four signs are the query's.
    private float LargestSum()
    {
        float largest = 0;
        for (var i = 0; i < _difference.Length; i += 4)
        {
            largest = Math.Max(largest, 2 * TensorPrimitives.SumOfMagnitudes<float>(_difference.AsSpan(i, 4)));
        }
        return largest;
    }

    // For each four values what each of the sixteen combinations of their signs adds, counted from where all four differ.
    private void FillTables(float steps)
    {
        var tables = _tables.Span;
        var twice = Vector128.Create(2 * steps);
        for (var i = 0; i < _difference.Length; i += 4)
        {
            var values = Vector128.Create(_difference.AsSpan(i, 4));
            // For each value what a clear bit adds, and what a set one does.
            var clear = Vector128.Max(values, Vector128<float>.Zero) * twice;
            var set = Vector128.Max(-values, Vector128<float>.Zero) * twice;
            var low = Vector128.Create(clear[0], set[0], clear[0], set[0]) + Vector128.Create(clear[1], clear[1], set[1], set[1]);
            var entries = Vector128.Narrow(
                Vector128.Narrow(Rounded(low, clear[2] + clear[3]), Rounded(low, set[2] + clear[3])),
                Vector128.Narrow(Rounded(low, clear[2] + set[3]), Rounded(low, set[2] + set[3])));
            for (var copy = 0; copy < SignBlock.TableBytes; copy += Vector128<byte>.Count)
            {
                entries.CopyTo(tables[((i / 4 * SignBlock.TableBytes) + copy)..]);
            }
        }
    }

    private static Vector128<uint> Rounded(Vector128<float> low, float high) =>
        Vector128.ConvertToInt32(low + Vector128.Create(high + 0.5f)).AsUInt32();
}
