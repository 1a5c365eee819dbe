using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Bot.Retrieval.Indexing.Vectors;

namespace Bot.Benchmarks.Measuring;

/// <summary>Reads memory as fast as one thread can: the limit of every scan.</summary>
internal static class MemoryBandwidth
{
    /// <summary>Reads all values once, and gives something that depends on each, so that none is left out.</summary>
    public static float Read(ReadOnlySpan<float> values)
    {
        // Eight sums: the additions don't wait for each other, only for memory.
        ref var start = ref MemoryMarshal.GetReference(values);
        var (a, b, c, d) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        var (e, f, g, h) = (a, b, c, d);
        nuint i = 0;
        var step = (nuint)Vector512<float>.Count;
        for (; i + (8 * step) <= (nuint)values.Length; i += 8 * step)
        {
            a += Vector512.LoadUnsafe(ref start, i);
            b += Vector512.LoadUnsafe(ref start, i + step);
            c += Vector512.LoadUnsafe(ref start, i + (2 * step));
            d += Vector512.LoadUnsafe(ref start, i + (3 * step));
            e += Vector512.LoadUnsafe(ref start, i + (4 * step));
            f += Vector512.LoadUnsafe(ref start, i + (5 * step));
            g += Vector512.LoadUnsafe(ref start, i + (6 * step));
            h += Vector512.LoadUnsafe(ref start, i + (7 * step));
        }
        return Vector512.Sum(a + b + c + d + e + f + g + h) + TensorPrimitives.Sum(values[(int)i..]);
    }

    /// <summary>Bytes a second of one thread's processor time: the median of some rounds over an array far larger than the caches.</summary>
    public static double Measure(Meter meter, int rounds)
    {
        const int Values = 64 << 20;
        var values = AlignedMemory.Allocate<float>(Values);
        values.Span.Fill(1);
        var sum = 0f;
        return Statistics.Median(Enumerable.Range(0, rounds + 1).Select(_ => Values * (double)sizeof(float) / meter.Batch(1, _ => sum += Read(values.Span)).Cpu).Skip(1));
    }
}
