using Bot.Retrieval.Indexing.Vectors;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Indexing.Vectors;

public sealed class VectorIndexTests
{
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(17)]
    public void Search_is_exact(int dimensions) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), ArbMap.Default.ArbFor<byte>(), (values, limit) =>
            {
                var query = Enumerable.Range(0, dimensions).Select(i => (float)((i * 31 % 7) - 3) + 0.5f).ToArray();
                var rows = values.Chunk(dimensions).Where(row => row.Length == dimensions).Select(row => row.Select(value => (float)(value % 100)).ToArray()).ToList();
                var index = new VectorIndex("m", dimensions, [.. rows.SelectMany(row => row)]);
                var wanted = (limit % 5) + 1;
                var found = index.Search(query, null, wanted);
                var cosines = rows.ConvertAll(row => Cosine(row, query));
                var worst = found.Length < wanted ? 0 : found[^1].Score;
                return found.All(hit => Math.Abs(hit.Score - cosines[hit.Passage]) < Tolerance)
                    && found.SequenceEqual(found.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Passage))
                    && Enumerable.Range(0, rows.Count).Except(found.Select(hit => hit.Passage)).All(missed => cosines[missed] < worst + Tolerance);
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(120));

    [Fact]
    public void Equal_vectors_come_in_the_order_of_their_numbers() =>
        Assert.Equal([0, 1, 2], new VectorIndex("m", 2, [1, 1, 1, 1, 1, 1]).Search([2, 2], null, 5).Select(hit => hit.Passage));

    [Fact]
    public void Only_passages_that_may_be_seen_are_found() =>
        Assert.Equal([1], new VectorIndex("m", 2, [1, 0, 1, 1]).Search([1, 0], passage => passage == 1, 5).Select(hit => hit.Passage));

    [Fact]
    public void Vectors_are_made_one_long_and_zeros_stay_zeros()
    {
        var index = new VectorIndex("m", 2, [3, 4, 0, 0]);
        Assert.Equal([0.6f, 0.8f], index[0].ToArray());
        Assert.Equal([0f, 0f], index[1].ToArray());
    }

    [Fact]
    public void Zeros_are_never_found_and_find_nothing()
    {
        var index = new VectorIndex("m", 2, [3, 4, 0, 0]);
        Assert.Equal([0], index.Search([1, 1], null, 5).Select(hit => hit.Passage));
        Assert.Empty(index.Search([0, 0], null, 5));
        Assert.Equal(0, index.Cosine([0, 0], 0));
    }

    [Fact]
    public void A_question_of_other_dimensions_is_refused() =>
        Assert.Contains("3 dimensions, the index 2", Assert.Throws<ArgumentException>(() => new VectorIndex("m", 2, [1, 0]).Search([1, 0, 0], null, 5)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Values_that_are_no_numbers_are_refused(float value) => Assert.Throws<ArgumentException>(() => new VectorIndex("m", 2, [1, 0, value, 0]));

    [Theory]
    [InlineData(2, 3)]
    [InlineData(0, 1)]
    public void Values_that_do_not_make_whole_vectors_are_refused(int dimensions, int values) =>
        Assert.Throws<ArgumentException>(() => new VectorIndex("m", dimensions, new float[values]));

    private static double Cosine(float[] one, float[] other)
    {
        double dot = 0, norm1 = 0, norm2 = 0;
        for (var i = 0; i < one.Length; i++)
        {
            dot += (double)one[i] * other[i];
            norm1 += (double)one[i] * one[i];
            norm2 += (double)other[i] * other[i];
        }
        return norm1 == 0 || norm2 == 0 ? 0 : dot / Math.Sqrt(norm1 * norm2);
    }
}
