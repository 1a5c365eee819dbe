namespace Bot.Retrieval.Tests.Indexing.Vectors;

/// <summary>Vectors of a fixed seed.</summary>
internal static class RandomVectors
{
    /// <summary>Each value normal.</summary>
    public static float[] Normal(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Normal(random))];
    }

    /// <summary>Around as many centres as there are fiftieths of them, the way texts of one subject lie together.</summary>
    public static float[][] Clustered(int seed, int rows, int dimensions)
    {
        var centres = Rows(Normal(1, Math.Max(4, rows / 50) * dimensions), dimensions);
        return Each(seed, rows, random =>
        {
            var centre = centres[random.Next(centres.Length)];
            return [.. centre.Select(value => value + (0.8f * Normal(random)))];
        });
    }

    /// <summary>Hard to tell apart: a mixture of few directions, and 60 % as much noise as there is of it.</summary>
    public static float[][] Noisy(int seed, int rows, int dimensions, int directions)
    {
        var axes = Rows(Normal(1, directions * dimensions), dimensions);
        return Each(seed, rows, random =>
        {
            var vector = new float[dimensions];
            foreach (var axis in axes)
            {
                var share = Normal(random) / MathF.Sqrt(directions);
                for (var i = 0; i < dimensions; i++)
                {
                    vector[i] += share * axis[i];
                }
            }
            return [.. vector.Select(value => value + (0.6f * Normal(random)))];
        });
    }

    public static float[][] Rows(float[] values, int dimensions) => [.. values.Chunk(dimensions)];

    private static float[][] Each(int seed, int rows, Func<Random, float[]> row)
    {
        var vectors = new float[rows][];
        Parallel.For(0, rows, i => vectors[i] = row(new Random((seed * 1_000_003) + i)));
        return vectors;
    }

    private static float Normal(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
