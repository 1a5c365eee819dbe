using System.Numerics.Tensors;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>
/// A fixed random rotation: signs are flipped and a fast Walsh-Hadamard transform mixes the values, several times. Lengths and
/// products stay; what a vector says is then spread evenly over all its values, whatever the model that made it, so that
/// one bit of each says about as much as of any other. The same on every machine.
/// </summary>
internal sealed class Rotation
{
    /// <summary>Values of a rotated vector are a multiple of this many.</summary>
    public const int Multiple = 32;

    private const int Rounds = 2;
    private const ulong Seed = 0x5EED;

    // The transform needs a power of two; other lengths take it over their first and their last values in turn.
    private readonly int[] _starts;
    private readonly float[][] _signs;

    /// <param name="dimensions">Of the vectors as they come.</param>
    public Rotation(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        Dimensions = dimensions;
        Length = checked(dimensions + Multiple - 1) / Multiple * Multiple;
        var mixed = 1 << (int)double.Log2(Length);
        _starts = [.. Enumerable.Range(0, 2 * Rounds).Select(step => step % 2 == 0 ? 0 : Length - mixed)];
        var state = Seed;
        _signs = [.. _starts.Select(_ => Signs(mixed, ref state))];
    }

    public int Dimensions { get; }

    /// <summary>Of a rotated vector: the dimensions, rounded up.</summary>
    public int Length { get; }

    /// <param name="vector">Of <see cref="Dimensions"/>.</param>
    /// <param name="rotated">Of <see cref="Length"/>; elsewhere than the vector.</param>
    public void Apply(ReadOnlySpan<float> vector, Span<float> rotated)
    {
        vector.CopyTo(rotated);
        rotated[vector.Length..].Clear();
        for (var step = 0; step < _starts.Length; step++)
        {
            var part = rotated.Slice(_starts[step], _signs[step].Length);
            TensorPrimitives.Multiply(part, _signs[step], part);
            HadamardTransform.Apply(part);
        }
    }

    // Scaled so that the transform that follows keeps lengths.
    private static float[] Signs(int length, ref ulong state)
    {
        var scale = 1 / MathF.Sqrt(length);
        var signs = new float[length];
        for (var i = 0; i < length; i++)
        {
            signs[i] = (NextRandom(ref state) >> 63) == 0 ? scale : -scale;
        }
        return signs;
    }

    // SplitMix64 (Steele et al. 2014): System.Random doesn't promise the same numbers in its next version, and codes are kept on disk.
    private static ulong NextRandom(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
