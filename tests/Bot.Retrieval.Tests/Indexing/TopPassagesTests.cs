using Bot.Retrieval.Indexing;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class TopPassagesTests
{
    [Fact]
    public void The_best_are_those_that_sorting_puts_first() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte>(), (scores, limit) =>
            {
                // Few distinct scores, so that many are equal.
                var offered = scores.Select((score, passage) => new ScoredPassage(passage, score % 5)).ToList();
                var best = new TopPassages(limit % 12);
                foreach (var candidate in offered.OrderBy(candidate => candidate.Passage * 7919 % 101))
                {
                    best.Offer(candidate.Passage, candidate.Score);
                }
                return best.ToSortedArray().SequenceEqual(offered.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Passage).Take(limit % 12));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
