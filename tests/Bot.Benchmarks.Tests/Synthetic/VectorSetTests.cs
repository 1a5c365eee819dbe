using Bot.Benchmarks.Peers;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Tests.Synthetic;

public sealed class VectorSetTests
{
    [Fact]
    public void The_same_size_gives_the_same_vectors()
    {
        var one = VectorSet.Create(VectorShape.Clustered, 300, 64, 5);
        var other = VectorSet.Create(VectorShape.Clustered, 300, 64, 5);
        Assert.Equal(one.Vectors, other.Vectors);
        Assert.Equal(one.Questions, other.Questions);
    }

    [Fact]
    public void Vectors_have_length_1()
    {
        var set = VectorSet.Create(VectorShape.Hard, 50, 384, 1);
        Assert.All(set.Vectors.Chunk(384), vector => Assert.Equal(1, Math.Sqrt(vector.Sum(value => (double)value * value)), 3));
    }

    [Fact]
    public void The_true_nearest_are_those_of_the_plain_scan()
    {
        var set = VectorSet.Create(VectorShape.Clustered, 700, 96, 9);
        var reference = new ReferenceScan(set.Vectors, set.Dimensions);
        Assert.Equal(set.Questions.Select(question => reference.Search(question)), set.Truth);
    }

    [Fact]
    public void Recall_is_the_share_of_the_nearest_that_were_found()
    {
        var set = VectorSet.Create(VectorShape.Hard, 200, 64, 2);
        Assert.Equal(1, set.Recall(set.Truth));
        Assert.Equal(0.75, set.Recall([set.Truth[0], [.. set.Truth[1][..5], -1, -2]]));
    }

    [Fact]
    public void Vectors_on_one_subject_lie_nearer_than_those_of_the_hard_set()
    {
        var clustered = VectorSet.Create(VectorShape.Clustered, 2000, 384, 10);
        var hard = VectorSet.Create(VectorShape.Hard, 2000, 384, 10);
        Assert.True(Nearest(clustered) > Nearest(hard) + 0.1, $"{Nearest(clustered)} and {Nearest(hard)}");
    }

    private static double Nearest(VectorSet set) => set.Questions
        .Select((question, i) => question.Zip(set.Vectors.Skip(set.Truth[i][0] * set.Dimensions), (left, right) => left * right).Sum())
        .Average();
}
