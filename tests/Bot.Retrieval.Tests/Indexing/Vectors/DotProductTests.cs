using System.Runtime.Intrinsics;
using Bot.Retrieval.Indexing.Vectors;

namespace Bot.Retrieval.Tests.Indexing.Vectors;

public sealed class DotProductTests
{
    public static TheoryData<int> Dimensions { get; } = [1, 3, 4, 15, 16, 17, 63, 64, 65, 130, 384, 1000];

    private delegate void Kernel(ReadOnlySpan<float> query, ReadOnlySpan<float> rows, Span<float> products);

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Every_width_of_register_gives_the_product(int dimensions)
    {
        foreach (var kernel in new Kernel[]
        {
            DotProduct.OfRows, DotProduct.OfRows<FloatLanes128, Vector128<float>>, DotProduct.OfRows<FloatLanes256, Vector256<float>>, DotProduct.OfRows<FloatLanes512, Vector512<float>>,
        })
        {
            var query = RandomVectors.Normal(1, dimensions);
            var rows = RandomVectors.Normal(2, 5 * dimensions);
            var products = new float[5];
            kernel(query, rows, products);
            Assert.All(RandomVectors.Rows(rows, dimensions).Zip(products), pair =>
                Assert.Equal(pair.First.Zip(query).Sum(values => (double)values.First * values.Second), pair.Second, 1e-4 * Math.Sqrt(dimensions)));
        }
    }

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void A_row_has_the_same_product_wherever_it_lies(int dimensions)
    {
        var query = RandomVectors.Normal(1, dimensions);
        var row = RandomVectors.Normal(2, dimensions);
        var products = new float[7];
        DotProduct.OfRows(query, Enumerable.Repeat(row, 7).SelectMany(values => values).ToArray(), products);
        Assert.All(products, product => Assert.Equal(DotProduct.Of(query, row), product));
    }

    [Fact]
    public void Rows_of_other_dimensions_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DotProduct.Of([1, 2], [1, 2, 3]));
}
