using Bot.Benchmarks.Compare;

namespace Bot.Benchmarks.Tests.Compare;

public sealed class AmountTests
{
    [Theory]
    [InlineData(0.00437, "4.37 ms")]
    [InlineData(0.0000798, "79.8 µs")]
    [InlineData(0.3, "300 ms")]
    [InlineData(110.4, "110 s")]
    [InlineData(0, "0.00 ns")]
    public void Seconds_are_written_with_three_digits(double seconds, string written) =>
        Assert.Equal(written, Amount.Seconds(seconds).ToString());

    [Theory]
    [InlineData(424, "424 B")]
    [InlineData(153_600_000, "154 MB")]
    [InlineData(1_540_000_000, "1.54 GB")]
    public void Bytes_are_written_in_thousands(double bytes, string written) =>
        Assert.Equal(written, Amount.Bytes(bytes).ToString());

    [Fact]
    public void Ratios_and_rates_are_written_as_such()
    {
        Assert.Equal("0.083x", Amount.Times(0.0833).ToString());
        Assert.Equal("0.9950", Amount.Share(0.995).ToString());
        Assert.Equal("12,300/s", Amount.PerSecond(12_300.2).ToString());
    }
}
