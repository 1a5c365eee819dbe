using Bot.Benchmarks.Measuring;

namespace Bot.Benchmarks.Tests.Measuring;

public sealed class MeterTests
{
    [Fact]
    public void What_operations_allocate_is_counted_for_each()
    {
        var kept = new byte[8][];
        var sample = new Meter(TimeProvider.System).Batch(kept.Length, i => kept[i] = new byte[1_000_000]);
        Assert.InRange(sample.Allocated, 1_000_000, 1_100_000);
    }

    [Fact]
    public void Processor_time_is_that_of_the_work()
    {
        var values = new float[1 << 20];
        var sum = 0f;
        var meter = new Meter(TimeProvider.System);
        var once = meter.Each(50, _ => sum += MemoryBandwidth.Read(values));
        var tenfold = meter.Each(50, _ =>
        {
            for (var i = 0; i < 10; i++)
            {
                sum += MemoryBandwidth.Read(values);
            }
        });
        Assert.True(once.MedianCpu > 0 && once.MedianCpu <= once.HighCpu);
        Assert.True(tenfold.MedianCpu > 3 * once.MedianCpu, $"{tenfold.MedianCpu} and {once.MedianCpu}");
    }

    [Fact]
    public void Reading_reads_every_value()
    {
        var values = Enumerable.Repeat(1f, 1000).ToArray();
        Assert.Equal(1000, MemoryBandwidth.Read(values));
    }
}
