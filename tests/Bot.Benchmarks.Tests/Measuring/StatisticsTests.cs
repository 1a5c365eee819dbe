using Bot.Benchmarks.Measuring;

namespace Bot.Benchmarks.Tests.Measuring;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.99, 99)]
    [InlineData(1, 100)]
    [InlineData(0, 1)]
    public void A_quantile_is_what_that_share_of_the_values_does_not_exceed(double share, double expected) =>
        Assert.Equal(expected, Statistics.Quantile(Enumerable.Range(1, 100).Reverse().Select(value => (double)value), share));
}
