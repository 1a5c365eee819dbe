using System.Collections.Concurrent;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Indexing.Vectors;

namespace Bot.Retrieval.Tests.Indexing.Vectors;

/// <summary>Several threads at one search, and several searches at once.</summary>
public sealed class SharedSearchTests
{
    private const int Dimensions = 32;
    private static readonly float[] Values = RandomVectors.Normal(1, 40_000 * Dimensions);
    private static readonly float[][] Queries = RandomVectors.Rows(RandomVectors.Normal(2, 8 * Dimensions), Dimensions);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly VectorIndex _alone = new("m", Dimensions, Values) { MaximumHelpers = 0 };
    private readonly VectorIndex _helped = new("m", Dimensions, Values) { MaximumHelpers = 1, CostWorthHelp = 0 };

    [Fact]
    public void Helpers_change_nothing_in_what_is_found() =>
        Assert.All(Queries, query =>
        {
            Assert.Equal(_alone.Search(query, null, 20), _helped.Search(query, null, 20));
            Assert.Equal(_alone.SearchExactly(query, null, 20), _helped.SearchExactly(query, null, 20));
        });

    [Fact]
    public void Searches_at_once_find_what_each_finds_alone()
    {
        var expected = Queries.Select(query => _alone.Search(query, null, 10)).ToList();
        var found = new ConcurrentBag<(int Query, ScoredPassage[] Passages)>();
        Parallel.For(0, 5 * Queries.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => found.Add((i % Queries.Length, _helped.Search(Queries[i % Queries.Length], null, 10))));
        Assert.All(found, one => Assert.Equal(expected[one.Query], one.Passages));
    }

    [Fact]
    public void Another_thread_helps_where_there_is_only_one_search()
    {
        using var two = new CountdownEvent(2);
        var threads = new ConcurrentDictionary<int, bool>();
        var found = _helped.Search(Queries[0], WaitForTwo, 10);
        Assert.Equal(2, threads.Count);
        Assert.Equal(_alone.Search(Queries[0], null, 10), found);

        bool WaitForTwo(int passage)
        {
            if (threads.TryAdd(Environment.CurrentManagedThreadId, true))
            {
                two.Signal();
            }
            return two.Wait(Patience);
        }
    }

    [Fact]
    public void A_helper_that_fails_fails_the_search_and_no_other()
    {
        using var failed = new ManualResetEventSlim();
        var asking = Environment.CurrentManagedThreadId;
        Assert.Throws<InvalidOperationException>(() => _helped.Search(Queries[0], FailElsewhere, 10));
        Assert.Equal(_alone.Search(Queries[0], null, 10), _helped.Search(Queries[0], null, 10));

        bool FailElsewhere(int passage)
        {
            if (Environment.CurrentManagedThreadId != asking)
            {
                failed.Set();
                throw new InvalidOperationException("no");
            }
            return failed.Wait(Patience);
        }
    }

    [Fact]
    public void A_search_that_fails_leaves_nothing_to_the_next()
    {
        var expected = _alone.Search(Queries[1], null, 10);
        var asked = 0;
        Assert.Throws<InvalidOperationException>(() => _alone.Search(Queries[0], _ => ++asked < 100 ? true : throw new InvalidOperationException("no"), 10));
        Assert.Equal(expected, _alone.Search(Queries[1], null, 10));
    }
}
