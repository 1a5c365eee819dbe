using Bot.Benchmarks.Compare;

namespace Bot.Benchmarks.Tests.Compare;

public sealed class TablesTests
{
    private static readonly Row Measured = new("V2", "100 x 8 hard", "search, CPU a question")
    {
        Ours = Amount.Seconds(0.001),
        PeerName = "ref",
        Peer = Amount.Seconds(0.004),
        Value = Amount.Times(0.25),
        Goal = Goal.AtMostTimes(0.2),
        Note = "wall 2 ms",
    };

    [Fact]
    public void A_line_says_both_sides_the_ratio_and_whether_the_goal_is_met() =>
        Assert.Equal("V2 100 x 8 hard: search, CPU a question: 1.00 ms; ref 4.00 ms = 0.25x (≤ 0.2x: not met); wall 2 ms", Tables.Line(Measured));

    [Fact]
    public void A_table_has_a_row_for_each_figure_below_the_heading_of_its_group()
    {
        var markdown = Tables.Markdown([Measured, Measured with { Figure = "L1" }]);
        Assert.Contains("### Vectors\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| V2 | 100 x 8 hard | search, CPU a question | 1.00 ms | ref | 4.00 ms | 0.25x | ≤ 0.2x | not met | wall 2 ms |\n", markdown, StringComparison.Ordinal);
        Assert.True(markdown.IndexOf("| L1 |", StringComparison.Ordinal) > markdown.IndexOf("### Words", StringComparison.Ordinal));
    }

    [Fact]
    public void Growth_has_a_column_for_each_size()
    {
        var markdown = Tables.Markdown([
            new("G3", "1,000", "memory") { Ours = Amount.Bytes(1000) },
            new("G4", "10,000", "memory") { Ours = Amount.Bytes(9000) },
        ]);
        Assert.Contains("| | 1,000 | 10,000 |\n| --- | --- | --- |\n| memory | 1.00 KB | 9.00 KB |\n", markdown, StringComparison.Ordinal);
    }
}
