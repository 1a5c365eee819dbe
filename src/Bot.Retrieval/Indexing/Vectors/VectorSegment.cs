using System.Numerics.Tensors;
using Bot.Retrieval.Indexing.Storage;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>
/// The vectors of passages that were indexed together, in one aligned stretch of memory; where there are many also the codes
/// that a search reads first. Immutable.
/// </summary>
internal sealed class VectorSegment
{
    /// <summary>From how many vectors on a segment has codes; fewer are searched exactly about as fast. Part of what a kept segment holds.</summary>
    public const int CodesFrom = 4096;

    private const int RowsAtOnce = 1024;

    private VectorSegment(int dimensions, ReadOnlyMemory<float> vectors, SignCodes? codes) => (Dimensions, Vectors, Codes) = (dimensions, vectors, codes);

    /// <summary>Of each vector; 0 where there are none.</summary>
    public int Dimensions { get; }

    public int Count => Dimensions == 0 ? 0 : Vectors.Length / Dimensions;

    /// <summary>One after the other by place, each of length 1 or all zeros.</summary>
    public ReadOnlyMemory<float> Vectors { get; }

    /// <summary>Null where there are few vectors.</summary>
    public SignCodes? Codes { get; }

    /// <summary>The vector at a place.</summary>
    public ReadOnlyMemory<float> this[int place] => Vectors.Slice(place * Dimensions, Dimensions);

    /// <param name="dimensions">Of each vector; 0 where there are none.</param>
    /// <param name="vectors">One after the other, of any length but not changed: the segment has its own.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The values don't make whole vectors, or one isn't finite.</exception>
    public static VectorSegment Build(int dimensions, ReadOnlyMemory<float> vectors, CancellationToken cancellationToken)
    {
        if (dimensions == 0 ? vectors.Length != 0 : vectors.Length % dimensions != 0)
        {
            throw new ArgumentException($"{vectors.Length} values don't make vectors of {dimensions} dimensions.", nameof(vectors));
        }
        return Build(dimensions, dimensions == 0 ? 0 : vectors.Length / dimensions, (row, to) => vectors.Span.Slice(row * dimensions, dimensions).CopyTo(to), cancellationToken);
    }

    /// <param name="dimensions">Of each vector; 0 where there are none.</param>
    /// <param name="rows">Vectors of any length; not changed.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">A vector has other dimensions, or a value that isn't finite.</exception>
    public static VectorSegment Build(int dimensions, IReadOnlyList<ReadOnlyMemory<float>> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            if (row.Length != dimensions)
            {
                throw new ArgumentException($"A vector has {row.Length} dimensions, the others {dimensions}.", nameof(rows));
            }
        }
        return Build(dimensions, dimensions == 0 ? 0 : rows.Count, (row, to) => rows[row].Span.CopyTo(to), cancellationToken);
    }

    /// <summary>One segment of several: the same as if it had been built of what they were built of.</summary>
    /// <param name="segments">Of the same dimensions, or empty.</param>
    /// <param name="places">For each segment and place the place in the new one, each from 0 on once; -1 for what is left out.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The segments' dimensions differ, or the places aren't all numbers from 0 on.</exception>
    public static VectorSegment Merge(IReadOnlyList<VectorSegment> segments, IReadOnlyList<int[]> places, CancellationToken cancellationToken)
    {
        var dimensions = segments.Max(segment => segment.Dimensions);
        var rows = new ReadOnlyMemory<float>[places.Sum(numbers => numbers.Count(place => place >= 0))];
        foreach (var (segment, numbers) in segments.Zip(places))
        {
            for (var from = 0; from < numbers.Length; from++)
            {
                var to = numbers[from];
                if (to >= rows.Length || (to >= 0 && !rows[to].IsEmpty))
                {
                    throw new ArgumentException($"Place {to} comes twice, or another is missing.", nameof(places));
                }
                if (to >= 0)
                {
                    rows[to] = segment[from];
                }
            }
        }
        if (Array.Exists(rows, row => row.Length != dimensions))
        {
            throw new ArgumentException("The segments have different dimensions.", nameof(segments));
        }
        var kept = rows.Length == 0 ? 0 : dimensions;
        return Encoded(kept, Fill(kept, rows.Length, (row, to) => rows[row].Span.CopyTo(to), cancellationToken), cancellationToken);
    }

    /// <exception cref="InvalidDataException">What is kept doesn't make a segment.</exception>
    public static VectorSegment Load(ISectionReader reader, string prefix)
    {
        var dimensions = reader.Read<int>(prefix + "dimensions").Span is [>= 0 and var kept] ? kept : throw new InvalidDataException("The dimensions of the vectors are missing.");
        var vectors = reader.Read<float>(prefix + "values");
        if (dimensions == 0 ? vectors.Length != 0 : vectors.Length % dimensions != 0)
        {
            throw new InvalidDataException($"{vectors.Length} values don't make vectors of {dimensions} dimensions.");
        }
        var count = dimensions == 0 ? 0 : vectors.Length / dimensions;
        return new(dimensions, vectors, RotationFor(dimensions, count) is { } rotation ? SignCodes.Load(reader, prefix + SignCodes.Version, count, rotation) : null);
    }

    /// <param name="writer">Takes the sections.</param>
    /// <param name="prefix">Put before their names.</param>
    public void Save(ISectionWriter writer, string prefix)
    {
        writer.Write<int>(prefix + "dimensions", [Dimensions]);
        writer.Write(prefix + "values", Vectors.Span);
        Codes?.Save(writer, prefix + SignCodes.Version);
    }

    /// <param name="dimensions">Of each vector; 0 where there are none.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="write">Writes each, of any length, once, to where it stays; called on several threads.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">A value isn't finite.</exception>
    public static VectorSegment Build(int dimensions, int count, RowWriter write, CancellationToken cancellationToken)
    {
        var isFinite = true;
        var vectors = Fill(dimensions, count, (row, to) =>
        {
            write(row, to);
            if (!TryNormalise(to))
            {
                Volatile.Write(ref isFinite, false);
            }
        }, cancellationToken);
        return isFinite ? Encoded(dimensions, vectors, cancellationToken) : throw new ArgumentException("A vector holds a value that isn't a finite number.", nameof(write));
    }

    private static Memory<float> Fill(int dimensions, int count, RowWriter write, CancellationToken cancellationToken)
    {
        var vectors = AlignedMemory.Allocate<float>(checked(dimensions * count));
        Parallel.For(0, (count + RowsAtOnce - 1) / RowsAtOnce, BuildWorkers.LoopOptions(cancellationToken), part =>
        {
            var values = vectors.Span;
            for (var row = part * RowsAtOnce; row < Math.Min(count, (part + 1) * RowsAtOnce); row++)
            {
                write(row, values.Slice(row * dimensions, dimensions));
            }
        });
        return vectors;
    }

    private static VectorSegment Encoded(int dimensions, ReadOnlyMemory<float> vectors, CancellationToken cancellationToken) =>
        new(dimensions, vectors, RotationFor(dimensions, dimensions == 0 ? 0 : vectors.Length / dimensions) is { } rotation ? SignCodes.Build(vectors, rotation, cancellationToken) : null);

    private static Rotation? RotationFor(int dimensions, int count) => count >= CodesFrom && dimensions <= SignBlock.MaximumLength ? new(dimensions) : null;

    private static bool TryNormalise(Span<float> vector)
    {
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }
        return float.IsFinite(norm);
    }

    /// <param name="row">The vector's place.</param>
    /// <param name="to">Takes all its values; what stands there before means nothing.</param>
    public delegate void RowWriter(int row, Span<float> to);
}
