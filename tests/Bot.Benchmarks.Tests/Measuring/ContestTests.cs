using Bot.Benchmarks.Measuring;

namespace Bot.Benchmarks.Tests.Measuring;

public sealed class ContestTests
{
    [Fact]
    public async Task Contestants_take_turns()
    {
        var turns = new List<string>();
        await Contest.RunAsync(2, () => Turn("ours"), () => Turn("peer"));
        Assert.Equal(["ours", "peer", "ours", "peer"], turns);

        int Turn(string name)
        {
            turns.Add(name);
            return turns.Count;
        }
    }

    [Fact]
    public async Task A_round_on_a_slow_machine_spoils_neither_the_median_nor_the_ratio()
    {
        var ours = new Queue<double>([2, 40, 2.2]);
        var peers = new Queue<double>([1, 20, 1]);
        var contest = await Contest.RunAsync(3, ours.Dequeue, peers.Dequeue);
        Assert.Equal(2.2, contest.Median(0, value => value));
        Assert.Equal(2, contest.Ratio(0, 1, value => value));
    }
}
