using Bot.Benchmarks.Compare;

namespace Bot.Benchmarks.Tests.Compare;

public sealed class CompareOptionsTests
{
    [Fact]
    public void Without_arguments_everything_is_measured_at_full_size()
    {
        var (options, _) = CompareOptions.Parse([]);
        Assert.Empty(options!.Figures);
        Assert.Same(BenchSize.Full, options.Size);
        Assert.Equal(OutputFormat.Lines, options.Format);
    }

    [Fact]
    public void Figures_size_and_format_are_chosen()
    {
        var (options, _) = CompareOptions.Parse(["--only", "V1, L2", "--size", "small", "--markdown"]);
        Assert.Equal(["V1", "L2"], options!.Figures);
        Assert.Same(BenchSize.Small, options.Size);
        Assert.Equal(OutputFormat.Markdown, options.Format);
    }

    [Theory]
    [InlineData("--only", "V9")]
    [InlineData("--size", "huge")]
    [InlineData("--only")]
    [InlineData("V1")]
    public void What_cannot_be_understood_is_said(params string[] arguments)
    {
        var (options, problem) = CompareOptions.Parse(arguments);
        Assert.Null(options);
        Assert.NotEmpty(problem);
    }

    [Fact]
    public void Every_figure_of_the_goals_can_be_measured()
    {
        string[] goals = ["V1", "V2", "V3", "V4", "V5", "V6", "V7", "L1", "L2", "L3", "L4", "H1", "R1", "R2", "C1", "C2"];
        Assert.Empty(goals.Except(Catalogue.Numbers));
    }
}
