using Bot.Retrieval.Indexing.Vectors;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Indexing.Vectors;

public sealed class CandidatePoolTests
{
    [Fact]
    public void The_best_are_put_first_and_the_rest_dropped_below_a_threshold() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte>(), (bounds, wanted) =>
            {
                var pool = new CandidatePool();
                foreach (var bound in bounds)
                {
                    pool.Add(new(bound % 9, pool.Count, pool.Count));
                }
                var best = Math.Min(wanted % 20, bounds.Length);
                pool.PutBestFirst(best);
                var order = Enumerable.Range(0, pool.Count).Select(i => pool[i]).ToList();
                pool.Drop(best, 4);
                return order.Select(candidate => candidate.Place).Order().SequenceEqual(Enumerable.Range(0, bounds.Length))
                    && order.Take(best).Select(candidate => candidate.Bound).Order().SequenceEqual(bounds.Select(bound => (float)(bound % 9)).OrderDescending().Take(best).Order())
                    && Enumerable.Range(0, pool.Count).Select(i => pool[i]).SequenceEqual(order.Skip(best).Where(candidate => candidate.Bound >= 4));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
