using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>Makes the codes of a block of vectors. For one thread.</summary>
/// <param name="rotation">For the vectors' dimensions.</param>
/// <param name="centre">The rotated mean.</param>
internal readonly ref struct SignEncoder(Rotation rotation, ReadOnlySpan<float> centre)
{
    private readonly ReadOnlySpan<float> _centre = centre;
    private readonly float[] _rotated = new float[rotation.Length];

    /// <param name="vectors">At most a block of them.</param>
    /// <param name="block">All of it is written.</param>
    /// <param name="offsets">One for each vector of the block.</param>
    /// <param name="factors">One for each vector of the block.</param>
    public void Encode(ReadOnlySpan<float> vectors, Span<byte> block, Span<float> offsets, Span<float> factors)
    {
        block.Clear();
        factors.Clear();
        offsets.Fill(float.NegativeInfinity);
        for (var vector = 0; vector < vectors.Length / rotation.Dimensions; vector++)
        {
            var values = vectors.Slice(vector * rotation.Dimensions, rotation.Dimensions);
            if (!values.ContainsAnyExcept(0))
            {
                continue;
            }
            rotation.Apply(values, _rotated);
            TensorPrimitives.Subtract(_rotated, _centre, _rotated);
            var sum = TensorPrimitives.SumOfMagnitudes<float>(_rotated);
            factors[vector] = sum > 0 ? TensorPrimitives.SumOfSquares<float>(_rotated) / sum : 0;
            offsets[vector] = TensorPrimitives.Dot(_rotated, _centre);
            PutSigns(block[SignBlock.PlaceOf(vector)..]);
        }
    }

    private void PutSigns(Span<byte> places)
    {
        ref var start = ref MemoryMarshal.GetReference(_rotated.AsSpan());
        for (var i = 0; i < _rotated.Length / 8; i++)
        {
            places[i * SignBlock.Size] = (byte)Vector256.LoadUnsafe(ref start, (nuint)(i * 8)).ExtractMostSignificantBits();
        }
    }
}
