using Bot.Retrieval.Indexing;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Indexing.Segments;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Indexing.Lexical;

public sealed class LexicalIndexTests
{
    private static readonly Config Corpora = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Fact]
    public void An_index_of_segments_says_what_a_fresh_one_says() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var corpus = SegmentedPassages.Of(seed, passages: 300);
            Assert.Equal(IndexFacts.Of(LexicalIndex.Of(corpus.Live)), IndexFacts.Of(LexicalIndex.Of(corpus.Segments, corpus.Layout)));
        }).Check(Corpora);

    [Fact]
    public void An_index_after_changes_says_what_a_fresh_one_says() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var corpus = SegmentedPassages.Of(seed, passages: 200);
            var index = LexicalIndex.Of(corpus.Segments, corpus.Layout);
            for (var change = 1; change <= 3; change++)
            {
                var next = corpus.Change(seed + change);
                index = index.Next(next.Segments, next.Layout, corpus.Live);
                corpus = next;
            }
            Assert.Equal(IndexFacts.Of(LexicalIndex.Of(corpus.Live)), IndexFacts.Of(index));
        }).Check(Corpora);

    [Fact]
    public void Merged_segments_are_as_if_built_together() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var corpus = SegmentedPassages.Of(seed, passages: 300);
            var merged = SegmentMerger.Merge(corpus.Segments, corpus.Numbers);
            Assert.Equal(IndexFacts.Of(LexicalIndex.Of(corpus.Live)), IndexFacts.Of(LexicalIndex.Of([merged], SegmentLayout.Single(corpus.Live.Count))));
        }).Check(Corpora);

    [Fact]
    public void Several_threads_build_what_one_builds()
    {
        var passages = RandomPassages.Of(seed: 5, count: 1500);
        var reported = new List<ReloadProgress>();
        var segment = LexicalSegmentBuilder.Build(passages, workers: 3, new Reports(reported), CancellationToken.None);
        Assert.Equal(IndexFacts.Of(LexicalIndex.Of(passages)), IndexFacts.Of(LexicalIndex.Of([segment], SegmentLayout.Single(passages.Length))));
        Assert.Contains(new(ReloadStage.Indexing, 1500, 1500), reported);
    }

    [Fact]
    public void A_saved_segment_comes_back()
    {
        var passages = RandomPassages.Of(seed: 6, count: 400);
        var saved = new MemorySections();
        LexicalSegmentBuilder.Build(passages, workers: 1, progress: null, CancellationToken.None).Save(saved, "lexical");
        Assert.Equal(IndexFacts.Of(LexicalIndex.Of(passages)), IndexFacts.Of(LexicalIndex.Of([LexicalSegment.Load(saved, "lexical")], SegmentLayout.Single(passages.Length))));
    }

    [Fact]
    public void Parts_that_dont_fit_arent_loaded()
    {
        foreach (var part in (string[])["lexical/terms/starts", "lexical/terms/slots", "lexical/terms/characters", "lexical/passages/chinese", "lexical/posting-starts", "lexical/names/terms", "lexical/names/starts"])
        {
            var saved = new MemorySections();
            LexicalSegmentBuilder.Build(RandomPassages.Of(seed: 7, count: 20), workers: 1, progress: null, CancellationToken.None).Save(saved, "lexical");
            saved.Shorten(part);
            Assert.Throws<InvalidDataException>(() => LexicalSegment.Load(saved, "lexical"));
        }
    }

    [Fact]
    public void Building_stops_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => LexicalSegmentBuilder.Build(RandomPassages.Of(seed: 8, count: 20), workers: 1, progress: null, cancelled.Token));
    }

    private sealed class Reports(List<ReloadProgress> reported) : IProgress<ReloadProgress>
    {
        public void Report(ReloadProgress value)
        {
            lock (reported)
            {
                reported.Add(value);
            }
        }
    }
}
