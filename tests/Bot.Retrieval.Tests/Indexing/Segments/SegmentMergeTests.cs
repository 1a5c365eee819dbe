using Bot.Retrieval.Indexing.Segments;

namespace Bot.Retrieval.Tests.Indexing.Segments;

public sealed class SegmentMergeTests
{
    [Fact]
    public void Few_whole_segments_stay() =>
        Assert.Null(SegmentMerge.Choose(SegmentLayout.Of([[0, 1, 2, 3], [4], [5]])));

    [Fact]
    public void A_segment_that_lost_much_is_written_anew()
    {
        var merge = SegmentMerge.Choose(SegmentLayout.Of([[0, -1, 1, -1], [2]]))!;

        Assert.Equal([0], merge.Merged.AsEnumerable());
        Assert.Equal([1], merge.Kept.AsEnumerable());
        Assert.Equal([0, -1, 1, -1], Assert.Single(merge.Places));
        Assert.Equal([(1, 0), (1, 1), (0, 0)], Enumerable.Range(0, 3).Select(merge.Layout.PlaceOf));
    }

    [Fact]
    public void Many_small_segments_become_one_beside_the_large_one()
    {
        int[] large = [.. Enumerable.Range(0, 100)];
        var merge = SegmentMerge.Choose(SegmentLayout.Of([large, [106], [101], [102], [103], [104, 105], [100]]))!;

        Assert.Equal([1, 2, 3, 4, 5, 6], merge.Merged.AsEnumerable());
        Assert.Equal([0], merge.Kept.AsEnumerable());
        Assert.Equal([[6], [1], [2], [3], [4, 5], [0]], merge.Places.AsEnumerable());
        Assert.Equal(Enumerable.Range(0, 7).Select(place => 100 + place), merge.Layout.Numbers(1).ToArray());
    }

    [Fact]
    public void Where_the_small_ones_are_not_small_all_become_one()
    {
        var merge = SegmentMerge.Choose(SegmentLayout.Of([[0, 1], [2], [3], [4], [5], [6], [7]]))!;

        Assert.Equal(7, merge.Merged.Length);
        Assert.Empty(merge.Kept);
        Assert.True(merge.Layout.IsWhole(0));
    }
}
