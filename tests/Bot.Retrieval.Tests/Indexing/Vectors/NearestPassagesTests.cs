using Bot.Retrieval.Indexing.Vectors;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Indexing.Vectors;

public sealed class NearestPassagesTests
{
    [Fact]
    public void The_best_by_rank_are_kept_and_sorted_by_score() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte>(), (values, limit) =>
            {
                // Few distinct ranks, so that many are equal; some are 0.
                var offered = values.Select((value, passage) => (Rank: (float)(value % 5), Score: (float)(value % 7), Passage: passage)).ToList();
                var (one, other) = (new NearestPassages(), new NearestPassages());
                one.Begin((limit % 12) + 1);
                other.Begin((limit % 12) + 1);
                foreach (var (rank, score, passage) in offered.OrderBy(candidate => candidate.Passage * 7919 % 101))
                {
                    (passage % 3 == 0 ? one : other).Offer(rank, score, passage);
                }
                one.Offer(other);
                return one.ToSortedArray().SequenceEqual(offered
                    .Where(candidate => candidate.Rank > 0)
                    .OrderByDescending(candidate => candidate.Rank).ThenBy(candidate => candidate.Passage)
                    .Take((limit % 12) + 1)
                    .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Passage)
                    .Select(candidate => new Bot.Retrieval.Indexing.ScoredPassage(candidate.Passage, candidate.Score)));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void The_threshold_is_the_worst_rank_once_it_is_full()
    {
        var nearest = new NearestPassages();
        nearest.Begin(2);
        nearest.Offer(0.5f, 0.5f, 1);
        Assert.Equal(float.Epsilon, nearest.Threshold);
        nearest.Offer(0.3f, 0.9f, 2);
        Assert.Equal(0.3f, nearest.Threshold);
        nearest.Begin(2);
        Assert.Equal(float.Epsilon, nearest.Threshold);
    }
}
