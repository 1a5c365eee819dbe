using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>The fast Walsh-Hadamard transform: sums and differences at each power of two, n log n additions, in place, unscaled.</summary>
internal static class HadamardTransform
{
    /// <param name="values">As many as a power of two, at least 4.</param>
    public static void Apply(Span<float> values)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        var count = (nuint)values.Length;
        var width = (nuint)Vector128<float>.Count;
        for (nuint i = 0; i < count; i += width)
        {
            Within(Vector128.LoadUnsafe(ref start, i)).StoreUnsafe(ref start, i);
        }
        for (var distance = width; distance < count; distance *= 2)
        {
            for (nuint block = 0; block < count; block += 2 * distance)
            {
                for (var i = block; i < block + distance; i += width)
                {
                    var low = Vector128.LoadUnsafe(ref start, i);
                    var high = Vector128.LoadUnsafe(ref start, i + distance);
                    (low + high).StoreUnsafe(ref start, i);
                    (low - high).StoreUnsafe(ref start, i + distance);
                }
            }
        }
    }

    // The distances 1 and 2, inside one register.
    private static Vector128<float> Within(Vector128<float> values)
    {
        var pairs = (values * Vector128.Create(1f, -1, 1, -1)) + Vector128.Shuffle(values, Vector128.Create(1, 0, 3, 2));
        return (pairs * Vector128.Create(1f, 1, -1, -1)) + Vector128.Shuffle(pairs, Vector128.Create(2, 3, 0, 1));
    }
}
