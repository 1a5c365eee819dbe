using Bot.Benchmarks.Compare;

namespace Bot.Benchmarks.Tests.Compare;

public sealed class GoalTests
{
    [Theory]
    [InlineData(1.15, 1, true)]
    [InlineData(1.16, 1, false)]
    [InlineData(1.49, 1.3, true)]
    [InlineData(1.50, 1.3, false)]
    public void What_should_be_at_most_a_limit_may_exceed_it_by_the_margin_alone(double value, double margin, bool met) =>
        Assert.Equal(met, Goal.AtMostTimes(1.15).IsMet(Amount.Times(value), margin));

    [Theory]
    [InlineData(0.995, 1, true)]
    [InlineData(0.994, 1, false)]
    [InlineData(0.80, 1.3, true)]
    public void What_should_be_at_least_a_limit_may_fall_short_by_the_margin_alone(double value, double margin, bool met) =>
        Assert.Equal(met, Goal.AtLeastShare(0.995).IsMet(Amount.Share(value), margin));

    [Fact]
    public void Amounts_of_different_things_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => Goal.AtMostTimes(1).IsMet(Amount.Seconds(1)));

    [Fact]
    public void A_row_without_a_value_was_not_measured_and_so_did_not_meet_its_goal() =>
        Assert.Equal("not measured", new Row("V1", "", "") { Goal = Goal.AtMostTimes(1) }.Verdict);
}
