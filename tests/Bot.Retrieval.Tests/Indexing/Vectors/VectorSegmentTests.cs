using Bot.Retrieval.Indexing.Vectors;
using Bot.Retrieval.Tests.Builders;

namespace Bot.Retrieval.Tests.Indexing.Vectors;

public sealed class VectorSegmentTests
{
    private const int Dimensions = 40;
    private const int Many = VectorSegment.CodesFrom + 100;

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(Many)]
    public void What_is_saved_is_loaded(int count)
    {
        var segment = Build(RandomVectors.Normal(1, count * Dimensions));
        var kept = new MemorySections();
        segment.Save(kept, "vectors/");
        AssertEqual(segment, VectorSegment.Load(kept, "vectors/"));
        Assert.All(kept.Names, name => Assert.StartsWith("vectors/", name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_kept_segment_that_lacks_something_is_refused()
    {
        var segment = Build(RandomVectors.Normal(1, Many * Dimensions));
        foreach (var name in Saved(segment).Names)
        {
            var kept = Saved(segment);
            kept.Shorten(name);
            Assert.Throws<InvalidDataException>(() => VectorSegment.Load(kept, ""));
        }
        Assert.Throws<InvalidDataException>(() => VectorSegment.Load(new MemorySections(), ""));
        AssertEqual(segment, VectorSegment.Load(Saved(segment), ""));

        static MemorySections Saved(VectorSegment segment)
        {
            var kept = new MemorySections();
            segment.Save(kept, "");
            return kept;
        }
    }

    [Fact]
    public void Merged_segments_are_as_if_built_at_once()
    {
        var rows = RandomVectors.Rows(RandomVectors.Normal(1, Many * Dimensions), Dimensions);
        // Every third goes to the second segment, and every tenth of that is left out.
        var numbers = Enumerable.Range(0, Many).ToLookup(i => i % 3 == 0 ? 1 : 0);
        var kept = Enumerable.Range(0, Many).Where(i => i % 30 != 0).ToList();
        var places = new[] { 0, 1 }.Select(segment => numbers[segment].Select(i => i % 30 == 0 ? -1 : kept.IndexOf(i)).ToArray()).ToList();
        var segments = new[] { 0, 1 }.Select(segment => Build([.. numbers[segment].SelectMany(i => rows[i])])).ToList();
        AssertEqual(Build([.. kept.SelectMany(i => rows[i])]), VectorSegment.Merge(segments, places, CancellationToken.None));
    }

    [Fact]
    public void All_of_a_segment_may_be_left_out() =>
        Assert.Equal(0, VectorSegment.Merge([Build(RandomVectors.Normal(1, Dimensions))], [[-1]], CancellationToken.None).Count);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(-1, 1)]
    public void Places_that_are_not_all_numbers_from_0_are_refused(int first, int second) =>
        Assert.Throws<ArgumentException>(() => VectorSegment.Merge([Build(RandomVectors.Normal(1, 2 * Dimensions))], [[first, second]], CancellationToken.None));

    [Fact]
    public void Rows_and_one_stretch_give_the_same()
    {
        var values = RandomVectors.Normal(1, 9 * Dimensions);
        AssertEqual(Build(values), VectorSegment.Build(Dimensions, RandomVectors.Rows(values, Dimensions).Select(row => (ReadOnlyMemory<float>)row).ToList(), CancellationToken.None));
    }

    [Fact]
    public void What_it_was_built_of_stays_as_it_was()
    {
        var values = new float[] { 3, 4 };
        VectorSegment.Build(2, values, CancellationToken.None);
        Assert.Equal([3, 4], values);
    }

    [Fact]
    public void Rows_of_different_dimensions_are_refused() =>
        Assert.Contains("3 dimensions", Assert.Throws<ArgumentException>(() => VectorSegment.Build(2, new ReadOnlyMemory<float>[] { new float[2], new float[3] }, CancellationToken.None)).Message, StringComparison.Ordinal);

    [Fact]
    public void Building_can_be_cancelled() =>
        Assert.ThrowsAny<OperationCanceledException>(() => VectorSegment.Build(Dimensions, RandomVectors.Normal(1, Dimensions), new CancellationToken(canceled: true)));

    private static VectorSegment Build(float[] values) => VectorSegment.Build(Dimensions, values, CancellationToken.None);

    private static void AssertEqual(VectorSegment expected, VectorSegment actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.Vectors.ToArray(), actual.Vectors.ToArray());
        Assert.Equal(expected.Count >= VectorSegment.CodesFrom, actual.Codes is not null);
        if (expected.Codes is { } codes)
        {
            Assert.Equal(codes.Blocks.ToArray(), actual.Codes!.Blocks.ToArray());
            Assert.Equal(codes.Offsets.ToArray(), actual.Codes.Offsets.ToArray());
            Assert.Equal(codes.Factors.ToArray(), actual.Codes.Factors.ToArray());
            Assert.Equal(codes.Centre.ToArray(), actual.Codes.Centre.ToArray());
        }
    }
}
