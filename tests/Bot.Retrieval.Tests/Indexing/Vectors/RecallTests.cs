using Bot.Retrieval.Indexing;
using Bot.Retrieval.Indexing.Vectors;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Lexicon;
using Xunit.Abstractions;

namespace Bot.Retrieval.Tests.Indexing.Vectors;

/// <summary>How many of the nearest the search by codes finds. These floors fix its margin.</summary>
public sealed class RecallTests(ITestOutputHelper output)
{
    private const double Floor = 0.995;
    private const int Rows = 6000;
    private const int Queries = 150;

    [Fact]
    public void Vectors_in_clusters_are_found() =>
        Check(RandomVectors.Clustered(1, Rows, 384), RandomVectors.Clustered(2, Queries, 384));

    [Fact]
    public void Vectors_that_are_hard_to_tell_apart_are_found() =>
        Check(RandomVectors.Noisy(1, Rows, 256, 128), RandomVectors.Noisy(2, Queries, 256, 128));

    [Fact]
    public void Vectors_of_few_dimensions_and_far_from_the_middle_are_found() =>
        Check(Shifted(RandomVectors.Clustered(1, Rows, 50)), Shifted(RandomVectors.Clustered(2, Queries, 50)));

    [Fact]
    public void Vectors_of_texts_are_found()
    {
        if (SharedSets.Folder() is not { } folder)
        {
            output.WriteLine("The open question sets aren't there, so nothing was searched.");
            return;
        }
        var local = new LocalEmbeddingGenerator(() => TestLexicon.Shipped);
        var texts = new[] { "handbook", "stard", "cmrc" }.SelectMany(set => SharedSets.Passages(folder, set)).SelectMany(Halves).Distinct().ToList();
        var questions = texts.Where((_, i) => i % (texts.Count / Queries) == 0).Select(text => text[(text.Length / 3)..(text.Length / 2)]);
        Check([.. texts.AsParallel().AsOrdered().Select(local.Embed)], [.. questions.Select(local.Embed)]);

        static string[] Halves(Passage passage) => [passage.Text[..(passage.Text.Length / 2)], passage.Text[(passage.Text.Length / 2)..]];
    }

    [Fact]
    public void A_filter_that_lets_few_through_hides_none_of_them()
    {
        var rows = RandomVectors.Clustered(1, Rows, 64);
        var index = Index(rows);
        var found = rows.Take(Queries).Select(query => (index.Search(query, passage => passage % 500 == 7, 12), index.SearchExactly(query, passage => passage % 500 == 7, 12)));
        Assert.InRange(found.Average(pair => Recall(pair.Item1, pair.Item2)), Floor, 1);
    }

    [Fact]
    public void Many_equal_vectors_are_found_by_the_lowest_numbers() =>
        Assert.Equal(Enumerable.Range(0, 20), Index([.. Enumerable.Repeat(RandomVectors.Normal(1, 64), Rows)]).Search(RandomVectors.Normal(1, 64), null, 20).Select(hit => hit.Passage));

    private void Check(float[][] rows, float[][] queries)
    {
        var index = Index(rows);
        foreach (var limit in new[] { 10, 50 })
        {
            var recall = queries.Average(query => Recall(index.Search(query, null, limit), index.SearchExactly(query, null, limit)));
            output.WriteLine($"Of the nearest {limit} among {rows.Length}: {recall:P2}");
            Assert.InRange(recall, Floor, 1);
        }
    }

    private static VectorIndex Index(float[][] rows)
    {
        Assert.InRange(rows.Length, VectorSegment.CodesFrom, int.MaxValue);
        return new("m", rows[0].Length, [.. rows.SelectMany(row => row)]);
    }

    private static double Recall(ScoredPassage[] found, ScoredPassage[] nearest) =>
        nearest.Length == 0 ? 1 : nearest.Intersect(found).Count() / (double)nearest.Length;

    private static float[][] Shifted(float[][] rows) => [.. rows.Select(row => row.Select((value, i) => value + (i % 3)).ToArray())];
}
