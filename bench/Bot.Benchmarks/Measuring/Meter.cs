namespace Bot.Benchmarks.Measuring;

/// <summary>Runs operations and says what they cost.</summary>
internal sealed class Meter(TimeProvider clock)
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(0.5);

    /// <summary>Runs all operations as one: nothing is between them but the loop.</summary>
    public Sample Batch(int operations, Action<int> operation)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = clock.GetTimestamp();
        var cpu = CpuClock.OfThisProcess;
        for (var i = 0; i < operations; i++)
        {
            operation(i);
        }
        cpu = CpuClock.OfThisProcess - cpu;
        var wall = clock.GetElapsedTime(started).TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new() { Cpu = cpu / operations, Wall = wall / operations, Allocated = (double)allocated / operations };
    }

    /// <summary>Runs operations until the runtime has compiled them for good: it waits for a quiet tenth of a second before it does.</summary>
    public void WarmUp(int operations, Action<int> operation)
    {
        var started = clock.GetTimestamp();
        while (clock.GetElapsedTime(started) < LongEnough)
        {
            Batch(operations, operation);
        }
    }

    /// <summary>Measures each operation by itself, by the time of this thread: for operations that run on one.</summary>
    public Sample Each(int operations, Action<int> operation)
    {
        var cpu = new double[operations];
        var wall = new double[operations];
        return Summed(cpu, wall, Batch(operations, i =>
        {
            var started = clock.GetTimestamp();
            var before = CpuClock.OfThisThread;
            operation(i);
            cpu[i] = CpuClock.OfThisThread - before;
            wall[i] = clock.GetElapsedTime(started).TotalSeconds;
        }));
    }

    /// <summary>Measures each operation by itself, one after the other, by the time of the whole process.</summary>
    public async Task<Sample> EachAsync(int operations, Func<int, Task> operation)
    {
        var cpu = new double[operations];
        var wall = new double[operations];
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < operations; i++)
        {
            var started = clock.GetTimestamp();
            var before = CpuClock.OfThisProcess;
            await operation(i);
            cpu[i] = CpuClock.OfThisProcess - before;
            wall[i] = clock.GetElapsedTime(started).TotalSeconds;
        }
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return Summed(cpu, wall, new() { Cpu = cpu.Average(), Wall = wall.Average(), Allocated = (double)allocated / operations });
    }

    private static Sample Summed(double[] cpu, double[] wall, Sample whole) => whole with
    {
        MedianCpu = Statistics.Median(cpu),
        HighCpu = Statistics.Quantile(cpu, 0.99),
        MedianWall = Statistics.Median(wall),
        HighWall = Statistics.Quantile(wall, 0.99),
    };
}
