using Bot.Retrieval.Indexing.Vectors;

namespace Bot.Retrieval.Tests.Indexing.Vectors;

public sealed class RotationTests
{
    public static TheoryData<int> Dimensions { get; } = [1, 2, 31, 32, 33, 96, 384, 500, 768, 1024];

    [Fact]
    public void The_transform_is_what_the_matrix_says()
    {
        // Sylvester's matrix: the sign is the parity of the bits that row and column share.
        for (var count = 4; count <= 64; count *= 2)
        {
            var values = RandomVectors.Normal(count, count);
            var transformed = values.ToArray();
            HadamardTransform.Apply(transformed);
            for (var row = 0; row < count; row++)
            {
                var expected = values.Select((value, column) => int.PopCount(row & column) % 2 == 0 ? value : -value).Sum();
                Assert.Equal(expected, transformed[row], 1e-4);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Products_stay(int dimensions)
    {
        var rotation = new Rotation(dimensions);
        var (one, other) = (RandomVectors.Normal(1, dimensions), RandomVectors.Normal(2, dimensions));
        Assert.Equal(0, rotation.Length % Rotation.Multiple);
        Assert.Equal(Product(one, other), Product(Rotated(rotation, one), Rotated(rotation, other)), 1e-3);
        Assert.Equal(Product(one, one), Product(Rotated(rotation, one), Rotated(rotation, one)), 1e-3);
    }

    [Theory]
    [InlineData(384)]
    [InlineData(500)]
    [InlineData(1024)]
    public void A_single_value_is_spread_over_all(int dimensions)
    {
        var rotation = new Rotation(dimensions);
        for (var i = 0; i < dimensions; i += 37)
        {
            var vector = new float[dimensions];
            vector[i] = 1;
            // Spread evenly each square is one in the length; a normal one is hardly 25 times as much.
            Assert.All(Rotated(rotation, vector), value => Assert.InRange(value * value, 0, 25f / rotation.Length * 2));
        }
    }

    [Fact]
    public void It_is_the_same_everywhere()
    {
        // Kept codes are worth nothing when these change: then their sections need another name.
        var rotated = Rotated(new(2), [1, 0]);
        Assert.Equal("++----++----++--+-+----++-+-----", string.Concat(rotated.Select(value => value < 0 ? '-' : '+')));
    }

    private static float[] Rotated(Rotation rotation, float[] vector)
    {
        var rotated = new float[rotation.Length];
        rotation.Apply(vector, rotated);
        return rotated;
    }

    private static double Product(float[] one, float[] other) => one.Zip(other).Sum(pair => (double)pair.First * pair.Second);
}
