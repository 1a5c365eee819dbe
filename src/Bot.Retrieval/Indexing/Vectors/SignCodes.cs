using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Bot.Retrieval.Indexing.Storage;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>
/// What the first pass over many vectors reads: of each, rotated and seen from the middle of all, the signs of its values and
/// two numbers, 3 to 4 % of its size. They estimate its cosine with any query, without bias and with a known error
/// (RaBitQ, Gao and Long 2024). Immutable.
/// </summary>
internal sealed class SignCodes
{
    /// <summary>Begins the names of what is kept; another one whenever the same vectors get other codes.</summary>
    public const string Version = "rabitq-1/";

    private const int BlocksAtOnce = 16;

    private SignCodes(ReadOnlyMemory<byte> blocks, ReadOnlyMemory<float> offsets, ReadOnlyMemory<float> factors, ReadOnlyMemory<float> centre) =>
        (Blocks, Offsets, Factors, Centre) = (blocks, offsets, factors, centre);

    /// <summary>One <see cref="SignBlock"/> after the other; a set bit is a negative value. The last is filled up.</summary>
    public ReadOnlyMemory<byte> Blocks { get; }

    /// <summary>What each vector's cosine is estimated by, beside its signs; minus infinity where there is nothing to find.</summary>
    public ReadOnlyMemory<float> Offsets { get; }

    /// <summary>What each vector's sum of signs is multiplied by.</summary>
    public ReadOnlyMemory<float> Factors { get; }

    /// <summary>The rotated mean of all vectors.</summary>
    public ReadOnlyMemory<float> Centre { get; }

    /// <summary>Of the signs of one vector.</summary>
    public int BytesPerVector => Centre.Length / 8;

    /// <param name="vectors">Of length 1 or zeros, one after the other.</param>
    /// <param name="rotation">For their dimensions.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    public static SignCodes Build(ReadOnlyMemory<float> vectors, Rotation rotation, CancellationToken cancellationToken)
    {
        var count = vectors.Length / rotation.Dimensions;
        var blocks = (count + SignBlock.Size - 1) / SignBlock.Size;
        var codes = AlignedMemory.Allocate<byte>(checked(blocks * SignBlock.Size * (rotation.Length / 8)));
        var offsets = AlignedMemory.Allocate<float>(blocks * SignBlock.Size);
        var factors = AlignedMemory.Allocate<float>(blocks * SignBlock.Size);
        var centre = AlignedMemory.Allocate<float>(rotation.Length);
        rotation.Apply(Mean(vectors, rotation.Dimensions, cancellationToken), centre.Span);
        Parallel.For(0, (blocks + BlocksAtOnce - 1) / BlocksAtOnce, BuildWorkers.LoopOptions(cancellationToken), part =>
        {
            var encoder = new SignEncoder(rotation, centre.Span);
            for (var block = part * BlocksAtOnce; block < Math.Min(blocks, (part + 1) * BlocksAtOnce); block++)
            {
                var first = block * SignBlock.Size;
                var here = Math.Min(count - first, SignBlock.Size);
                encoder.Encode(
                    vectors.Span.Slice(first * rotation.Dimensions, here * rotation.Dimensions),
                    codes.Span.Slice(first * (rotation.Length / 8), SignBlock.Size * (rotation.Length / 8)),
                    offsets.Span.Slice(first, SignBlock.Size),
                    factors.Span.Slice(first, SignBlock.Size));
            }
        });
        return new(codes, offsets, factors, centre);
    }

    /// <exception cref="InvalidDataException">What is kept isn't that of so many vectors of those dimensions.</exception>
    public static SignCodes Load(ISectionReader reader, string prefix, int count, Rotation rotation)
    {
        var codes = new SignCodes(reader.Read<byte>(prefix + "blocks"), reader.Read<float>(prefix + "offsets"), reader.Read<float>(prefix + "factors"), reader.Read<float>(prefix + "centre"));
        var filled = (count + SignBlock.Size - 1) / SignBlock.Size * SignBlock.Size;
        return codes.Centre.Length == rotation.Length && codes.Offsets.Length == filled && codes.Factors.Length == filled && codes.Blocks.Length == (long)filled * codes.BytesPerVector
            ? codes
            : throw new InvalidDataException($"The codes of {count} vectors of {rotation.Dimensions} dimensions have other lengths than they should.");
    }

    public void Save(ISectionWriter writer, string prefix)
    {
        writer.Write(prefix + "blocks", Blocks.Span);
        writer.Write(prefix + "offsets", Offsets.Span);
        writer.Write(prefix + "factors", Factors.Span);
        writer.Write(prefix + "centre", Centre.Span);
    }

    private static float[] Mean(ReadOnlyMemory<float> vectors, int dimensions, CancellationToken cancellationToken)
    {
        const int RowsAtOnce = 4096;
        var count = vectors.Length / dimensions;
        var sums = new float[(count + RowsAtOnce - 1) / RowsAtOnce][];
        Parallel.For(0, sums.Length, BuildWorkers.LoopOptions(cancellationToken), part =>
        {
            var sum = sums[part] = new float[dimensions];
            for (var row = part * RowsAtOnce; row < Math.Min(count, (part + 1) * RowsAtOnce); row++)
            {
                TensorPrimitives.Add(sum, vectors.Span.Slice(row * dimensions, dimensions), sum);
            }
        });
        var mean = new float[dimensions];
        foreach (var sum in sums)
        {
            TensorPrimitives.Add(mean, sum, mean);
        }
        TensorPrimitives.Divide(mean, count, mean);
        return mean;
    }
}
