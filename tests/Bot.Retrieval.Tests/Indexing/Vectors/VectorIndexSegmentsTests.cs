using Bot.Retrieval.Indexing;
using Bot.Retrieval.Indexing.Segments;
using Bot.Retrieval.Indexing.Vectors;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Indexing.Vectors;

public sealed class VectorIndexSegmentsTests
{
    private const int Dimensions = 5;
    private static readonly float[] Query = [0.5f, -1, 2, 0.25f, 1];

    [Fact]
    public void Segments_with_removed_passages_find_what_one_built_anew_finds() =>
        Prop.ForAll(ArbMap.Default.ArbFor<sbyte[]>(), ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte>(), (values, placing, limit) =>
            {
                // Few distinct values, so that many passages are equal. A passage of place 0 was removed, the others are in segments 1 to 3.
                var rows = values.Select(value => Math.Abs((int)value) % 4f).Chunk(Dimensions).Where(row => row.Length == Dimensions).ToList();
                var segmentOf = rows.Select((_, i) => placing.Length == 0 ? 1 : placing[i % placing.Length] % 4).ToList();
                var kept = Enumerable.Range(0, rows.Count).Where(i => segmentOf[i] != 0).ToList();
                var members = Enumerable.Range(1, 3).Select(segment => Enumerable.Range(0, rows.Count).Where(i => segmentOf[i] == segment || (segmentOf[i] == 0 && i % 3 == segment - 1)).ToList()).ToList();
                var index = new VectorIndex(
                    "m",
                    Dimensions,
                    members.ConvertAll(places => VectorSegment.Build(Dimensions, places.SelectMany(i => rows[i]).ToArray(), CancellationToken.None)),
                    SegmentLayout.Of(members.ConvertAll(places => places.Select(i => segmentOf[i] == 0 ? SegmentLayout.Removed : kept.IndexOf(i)).ToArray())));
                var anew = new VectorIndex("m", Dimensions, [.. kept.SelectMany(i => rows[i])]);
                Func<int, bool>? allowed = limit % 2 == 0 ? null : passage => passage % 3 != 0;
                return index.Count == kept.Count
                    && Enumerable.Range(0, kept.Count).All(passage => index[passage].Span.SequenceEqual(anew[passage].Span) && index.Cosine(Query, passage) == anew.Cosine(Query, passage))
                    && index.Search(Query, allowed, limit % 9).SequenceEqual(anew.Search(Query, allowed, limit % 9))
                    && anew.Search(Query, allowed, limit % 9).SequenceEqual(Naive(anew, allowed, limit % 9));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(400));

    [Fact]
    public void A_replaced_passage_is_found_by_its_new_vector_only()
    {
        var old = VectorSegment.Build(2, new float[] { 1, 0, 0, 1, 1, 1 }, CancellationToken.None);
        var added = VectorSegment.Build(2, new float[] { 1, -1 }, CancellationToken.None);
        var index = new VectorIndex("m", 2, [old, added], SegmentLayout.Of([[0, SegmentLayout.Removed, 2], [1]]));
        Assert.Equal([1, 0], index.Search([1, -0.5f], null, 2).Select(hit => hit.Passage));
        Assert.Equal([2], index.Search([0, 1], null, 9).Select(hit => hit.Passage));
    }

    [Fact]
    public void Segments_other_than_those_of_the_layout_are_refused()
    {
        var segment = VectorSegment.Build(2, new float[] { 1, 0 }, CancellationToken.None);
        Assert.Throws<ArgumentException>(() => new VectorIndex("m", 2, [segment], SegmentLayout.Single(2)));
        Assert.Throws<ArgumentException>(() => new VectorIndex("m", 2, [], SegmentLayout.Single(1)));
        Assert.Throws<ArgumentException>(() => new VectorIndex("m", 3, [segment], SegmentLayout.Single(1)));
    }

    private static IEnumerable<ScoredPassage> Naive(VectorIndex index, Func<int, bool>? allowed, int limit) =>
        Enumerable.Range(0, index.Count)
            .Where(passage => allowed is null || allowed(passage))
            .Select(passage => new ScoredPassage(passage, index.Cosine(Query, passage)))
            .Where(hit => hit.Score > 0)
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Passage)
            .Take(limit);
}
