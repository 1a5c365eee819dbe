using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>
/// The product of a query with rows that lie one after the other. A row's product is the same bits wherever it lies, so that
/// equal vectors score equally. Memory is read strictly forwards, one row at a time: several rows side by side read slower.
/// </summary>
internal static class DotProduct
{
    public static float Of(ReadOnlySpan<float> query, ReadOnlySpan<float> row)
    {
        float product = 0;
        OfRows(query, row, new Span<float>(ref product));
        return product;
    }

    /// <param name="query">Of some dimensions.</param>
    /// <param name="rows">As many rows of those dimensions as there are <paramref name="products"/>.</param>
    /// <param name="products">Where the result goes.</param>
    public static void OfRows(ReadOnlySpan<float> query, ReadOnlySpan<float> rows, Span<float> products)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            OfRows<FloatLanes512, Vector512<float>>(query, rows, products);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            OfRows<FloatLanes256, Vector256<float>>(query, rows, products);
        }
        else
        {
            OfRows<FloatLanes128, Vector128<float>>(query, rows, products);
        }
    }

    internal static void OfRows<TLanes, TVector>(ReadOnlySpan<float> query, ReadOnlySpan<float> rows, Span<float> products)
        where TLanes : struct, IFloatLanes<TVector>
        where TVector : struct
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length, (long)query.Length * products.Length, nameof(rows));
        ref var left = ref MemoryMarshal.GetReference(query);
        ref var right = ref MemoryMarshal.GetReference(rows);
        for (var i = 0; i < products.Length; i++)
        {
            products[i] = OfRow<TLanes, TVector>(ref left, ref Unsafe.Add(ref right, (nint)i * query.Length), query.Length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float OfRow<TLanes, TVector>(ref readonly float query, ref readonly float row, int dimensions)
        where TLanes : struct, IFloatLanes<TVector>
        where TVector : struct
    {
        var width = (nuint)TLanes.Width;
        var count = (nuint)dimensions;
        nuint i = 0;
        // Four sums, so that one addition needn't wait for the one before.
        TVector first = default, second = default, third = default, fourth = default;
        for (; i + (4 * width) <= count; i += 4 * width)
        {
            first = TLanes.MultiplyAdd(TLanes.Load(in row, i), TLanes.Load(in query, i), first);
            second = TLanes.MultiplyAdd(TLanes.Load(in row, i + width), TLanes.Load(in query, i + width), second);
            third = TLanes.MultiplyAdd(TLanes.Load(in row, i + (2 * width)), TLanes.Load(in query, i + (2 * width)), third);
            fourth = TLanes.MultiplyAdd(TLanes.Load(in row, i + (3 * width)), TLanes.Load(in query, i + (3 * width)), fourth);
        }
        for (; i + width <= count; i += width)
        {
            first = TLanes.MultiplyAdd(TLanes.Load(in row, i), TLanes.Load(in query, i), first);
        }
        var sum = TLanes.Sum(TLanes.Add(TLanes.Add(first, second), TLanes.Add(third, fourth)));
        for (; i < count; i++)
        {
            sum += Unsafe.Add(ref Unsafe.AsRef(in row), i) * Unsafe.Add(ref Unsafe.AsRef(in query), i);
        }
        return sum;
    }
}
