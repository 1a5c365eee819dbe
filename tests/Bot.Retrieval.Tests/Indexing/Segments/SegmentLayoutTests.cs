using Bot.Retrieval.Indexing.Segments;

namespace Bot.Retrieval.Tests.Indexing.Segments;

public sealed class SegmentLayoutTests
{
    [Fact]
    public void A_first_build_needs_no_map()
    {
        var layout = SegmentLayout.Of([[0, 1, 2]]);

        Assert.True(layout.IsWhole(0));
        Assert.Equal((1, 3, 3), (layout.SegmentCount, layout.PassageCount, layout.CountOf(0)));
        Assert.Equal((0, 2), layout.PlaceOf(2));
        Assert.Equal(2, layout.Number(0, 2));
    }

    [Fact]
    public void Numbers_follow_the_documents_and_not_the_segments()
    {
        var layout = SegmentLayout.Of([[0, SegmentLayout.Removed, 3], [1, 2]]);

        Assert.False(layout.IsWhole(0));
        Assert.Equal((2, 4, 3), (layout.SegmentCount, layout.PassageCount, layout.CountOf(0)));
        Assert.Equal([(0, 0), (1, 0), (1, 1), (0, 2)], Enumerable.Range(0, 4).Select(layout.PlaceOf));
        Assert.Equal([0, -1, 3], layout.Numbers(0).ToArray());
    }

    [Theory]
    [InlineData(new[] { 1, 0 }, new int[0])]
    [InlineData(new[] { 0, 1 }, new[] { 1 })]
    [InlineData(new[] { 0, 2 }, new int[0])]
    public void Numbers_that_are_missing_twice_there_or_out_of_order_are_refused(int[] first, int[] second) =>
        Assert.Throws<ArgumentException>(() => SegmentLayout.Of([first, second]));
}
