using System.Numerics.Tensors;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>A query as the scans need it, kept in memory that is used again.</summary>
internal sealed class VectorQuery
{
    private readonly Memory<float> _values;
    private readonly float[] _unit;
    private readonly float[] _rotated;
    private readonly Rotation? _rotation;

    /// <param name="dimensions">Of each query.</param>
    /// <param name="rotation">Null where nothing is searched by codes.</param>
    public VectorQuery(int dimensions, Rotation? rotation)
    {
        _values = AlignedMemory.Allocate<float>(dimensions);
        _unit = new float[rotation is null ? 0 : dimensions];
        _rotated = new float[rotation?.Length ?? 0];
        _rotation = rotation;
    }

    /// <summary>As it was given.</summary>
    public ReadOnlySpan<float> Values => _values.Span;

    /// <summary>Above 0.</summary>
    public float Norm { get; private set; }

    /// <summary>Of length 1, rotated.</summary>
    public ReadOnlySpan<float> Rotated => _rotated;

    public void Take(ReadOnlySpan<float> query, float norm)
    {
        query.CopyTo(_values.Span);
        Norm = norm;
        if (_rotation is not null)
        {
            TensorPrimitives.Divide(query, norm, _unit);
            _rotation.Apply(_unit, _rotated);
        }
    }
}
