using System.Numerics.Tensors;
using Bot.Retrieval.Indexing.Vectors;

namespace Bot.Retrieval.Tests.Indexing.Vectors;

public sealed class SignCodesTests
{
    private const int Vectors = 1000;

    [Theory]
    [InlineData(100)]
    [InlineData(384)]
    [InlineData(1024)]
    public void The_estimates_scatter_about_the_cosines_as_much_as_they_say(int dimensions)
    {
        // Their middle is far from 0, as it is in many models.
        var rows = RandomVectors.Clustered(1, Vectors, dimensions).Select(row => row.Select((value, i) => value + (i % 3)).ToArray()).ToArray();
        var queries = RandomVectors.Clustered(2, 20, dimensions).Select(row => row.Select((value, i) => value + (i % 3)).ToArray()).ToArray();
        var errors = queries.SelectMany(query => Enumerable.Zip(Bounds(rows, query, margin: 0), Bounds(rows, query, margin: 1), rows)
            .Select(row => (row.First - TensorPrimitives.CosineSimilarity(query, row.Third)) / (row.Second - row.First))).ToList();
        Assert.InRange(errors.Average(), -0.1, 0.1);
        Assert.InRange(Math.Sqrt(errors.Average(error => error * error)), 0.85, 1.15);
    }

    [Fact]
    public void Zeros_have_no_bound_and_a_vector_in_the_middle_of_all_is_found()
    {
        var same = Enumerable.Repeat(1f, 32).ToArray();
        var bounds = Bounds([same, same, same], same, margin: 2);
        Assert.All(bounds, bound => Assert.Equal(1, bound, 1e-4));
        Assert.Equal(float.NegativeInfinity, Bounds([same, new float[32]], same, margin: 2)[1]);
    }

    private static float[] Bounds(float[][] rows, float[] query, float margin)
    {
        var dimensions = query.Length;
        var segment = VectorSegment.Build(dimensions, rows.SelectMany(row => row).ToArray(), CancellationToken.None);
        var rotation = new Rotation(dimensions);
        var codes = SignCodes.Build(segment.Vectors, rotation, CancellationToken.None);
        var taken = new VectorQuery(dimensions, rotation);
        taken.Take(query, TensorPrimitives.Norm(query));
        var signs = new SignQuery(rotation.Length);
        signs.Prepare(taken.Rotated, codes.Centre.Span, margin);
        var bounds = new float[codes.Offsets.Length];
        var blockBytes = codes.BytesPerVector * SignBlock.Size;
        for (var first = 0; first < bounds.Length; first += SignBlock.Size)
        {
            var reached = signs.Bound(
                codes.Blocks.Span.Slice(first / SignBlock.Size * blockBytes, blockBytes),
                codes.Offsets.Span.Slice(first, SignBlock.Size),
                codes.Factors.Span.Slice(first, SignBlock.Size),
                0.1f,
                bounds.AsSpan(first, SignBlock.Size));
            Assert.All(Enumerable.Range(0, SignBlock.Size), i => Assert.Equal(bounds[first + i] >= 0.1f, (reached >> i & 1) == 1));
        }
        return bounds[..rows.Length];
    }
}
