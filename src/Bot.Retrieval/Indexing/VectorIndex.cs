using System.Numerics.Tensors;

namespace Bot.Retrieval.Indexing;

/// <summary>
/// The in-memory vector store: every passage's vector in one stretch of memory, searched exactly by cosine. Immutable.
/// </summary>
internal sealed class VectorIndex
{
    private readonly float[] _vectors;

    /// <param name="model">Which generator made the vectors; vectors of two models are never in one index.</param>
    /// <param name="dimensions">Of each vector; 0 where there are none.</param>
    /// <param name="vectors">One after the other by passage number. They are scaled to length 1 here, in place.</param>
    /// <exception cref="ArgumentException">The length isn't a multiple of the dimensions, or a value isn't finite.</exception>
    public VectorIndex(string model, int dimensions, float[] vectors)
    {
        if (dimensions == 0 ? vectors.Length != 0 : vectors.Length % dimensions != 0)
        {
            throw new ArgumentException($"{vectors.Length} values don't make vectors of {dimensions} dimensions.", nameof(vectors));
        }
        (Model, Dimensions, _vectors) = (model, dimensions, vectors);
        for (var i = 0; i < Count; i++)
        {
            Normalise(Vector(i));
        }
    }

    public static VectorIndex Empty { get; } = new("", 0, []);

    public string Model { get; }

    public int Dimensions { get; }

    public int Count => Dimensions == 0 ? 0 : _vectors.Length / Dimensions;

    /// <summary>The vector of a passage, of length 1 or all zeros.</summary>
    public ReadOnlyMemory<float> this[int passage] => _vectors.AsMemory(passage * Dimensions, Dimensions);

    /// <summary>The passages with the highest cosine, best first; none at or below 0.</summary>
    /// <exception cref="ArgumentException">The query's dimensions aren't the index's.</exception>
    public ScoredPassage[] Search(ReadOnlySpan<float> query, Func<int, bool>? allowed, int limit)
    {
        if (query.Length != Dimensions)
        {
            throw new ArgumentException($"The question's vector has {query.Length} dimensions, the index {Dimensions}.", nameof(query));
        }
        var norm = TensorPrimitives.Norm(query);
        var best = new TopPassages(limit);
        for (var i = 0; norm > 0 && i < Count; i++)
        {
            var cosine = TensorPrimitives.Dot(query, Vector(i)) / norm;
            if (cosine > 0 && (allowed is null || allowed(i)))
            {
                best.Offer(i, cosine);
            }
        }
        return best.ToSortedArray();
    }

    /// <summary>The cosine of a query with one passage.</summary>
    public double Cosine(ReadOnlySpan<float> query, int passage)
    {
        var norm = TensorPrimitives.Norm(query);
        return norm > 0 ? TensorPrimitives.Dot(query, Vector(passage)) / norm : 0;
    }

    private Span<float> Vector(int passage) => _vectors.AsSpan(passage * Dimensions, Dimensions);

    private static void Normalise(Span<float> vector)
    {
        var norm = TensorPrimitives.Norm<float>(vector);
        if (!float.IsFinite(norm))
        {
            throw new ArgumentException("A vector holds a value that isn't a finite number.", nameof(vector));
        }
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }
    }
}
