using System.Numerics.Tensors;

namespace Bot.Benchmarks.Synthetic;

/// <summary>Makes the vectors of a set: each by its number alone, so that many threads make the same as one. Thread-safe.</summary>
internal sealed class VectorMaker
{
    private const ulong MemberSeed = 11;
    private const ulong ClusterSeed = 12;
    private const ulong DirectionSeed = 13;
    private const ulong CommonSeed = 14;

    private readonly VectorShape _shape;
    private readonly int _dimensions;
    private readonly int _clusters;
    private readonly float[] _deviations;

    // For each dimension its share of every latent one.
    private readonly float[] _directions;
    private readonly float[] _common;

    public VectorMaker(VectorShape shape, int count, int dimensions)
    {
        (_shape, _dimensions) = (shape, dimensions);
        _clusters = shape.PerCluster == 0 ? 0 : Math.Max(1, count / shape.PerCluster);
        _deviations = [.. Enumerable.Range(1, shape.Latent).Select(i => (float)Math.Pow(i, -shape.Decay))];
        _directions = Normals(DirectionSeed, dimensions * shape.Latent);
        _common = Normals(CommonSeed, dimensions);
        Scale(_common, shape.Common);
    }

    public void Make(int number, Span<float> vector)
    {
        var random = SeededRandom.For(MemberSeed, number);
        Span<float> latent = stackalloc float[_shape.Latent];
        Fill(ref random, latent);
        if (_clusters > 0)
        {
            // Of many sizes: the square makes low numbers likelier.
            var share = random.Share();
            AddSubject((int)(share * share * _clusters), latent);
        }
        for (var i = 0; i < _dimensions; i++)
        {
            vector[i] = TensorPrimitives.Dot(latent, _directions.AsSpan(i * _shape.Latent, _shape.Latent));
        }
        Scale(vector, 1);
        Span<float> noise = stackalloc float[_dimensions];
        for (var i = 0; i < _dimensions; i++)
        {
            noise[i] = random.Normal();
        }
        Scale(noise, _shape.Noise);
        TensorPrimitives.Add(vector, noise, vector);
        TensorPrimitives.Add(vector, _common, vector);
        Scale(vector, 1);
    }

    private void AddSubject(int cluster, Span<float> latent)
    {
        var random = SeededRandom.For(ClusterSeed, cluster);
        Span<float> subject = stackalloc float[latent.Length];
        Fill(ref random, subject);
        Scale(subject, 1);
        Scale(latent, _shape.Spread);
        TensorPrimitives.Add(latent, subject, latent);
    }

    private void Fill(ref SeededRandom random, Span<float> latent)
    {
        for (var i = 0; i < latent.Length; i++)
        {
            latent[i] = random.Normal() * _deviations[i];
        }
    }

    private static float[] Normals(ulong seed, int count)
    {
        var random = new SeededRandom(seed);
        var normals = new float[count];
        for (var i = 0; i < count; i++)
        {
            normals[i] = random.Normal();
        }
        return normals;
    }

    private static void Scale(Span<float> vector, double length) =>
        TensorPrimitives.Multiply(vector, (float)(length / TensorPrimitives.Norm<float>(vector)), vector);
}
