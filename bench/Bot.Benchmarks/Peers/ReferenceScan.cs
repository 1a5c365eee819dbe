using System.Numerics.Tensors;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Peers;

/// <summary>
/// "ref": what anyone would write first. One thread compares with every vector by <see cref="TensorPrimitives"/> over one
/// array of floats, and keeps the best.
/// </summary>
internal sealed class ReferenceScan(float[] vectors, int dimensions)
{
    private readonly Nearest _best = new(10);

    /// <summary>The numbers of the ten nearest, nearest first. Not for use by two threads.</summary>
    public int[] Search(ReadOnlySpan<float> query)
    {
        _best.Clear();
        var count = vectors.Length / dimensions;
        for (var i = 0; i < count; i++)
        {
            _best.Offer(i, TensorPrimitives.Dot(query, vectors.AsSpan(i * dimensions, dimensions)));
        }
        return _best.InOrder();
    }
}
