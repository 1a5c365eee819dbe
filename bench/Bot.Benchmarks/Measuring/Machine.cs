using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Benchmarks.Measuring;

/// <summary>What the figures were measured on.</summary>
/// <param name="Processor">As the system names it.</param>
/// <param name="Cores">That this process may use.</param>
/// <param name="Vectors">The widest vector instructions that the runtime uses, in bits.</param>
/// <param name="Memory">Bytes of memory of the machine.</param>
/// <param name="Load">Mean number of runnable threads in the last minute; null where the system doesn't tell.</param>
/// <param name="Bandwidth">Bytes that one thread reads in a second.</param>
internal sealed record Machine(string Processor, int Cores, int Vectors, long Memory, double? Load, double Bandwidth)
{
    public static Machine Measure(Meter meter, int rounds)
    {
        var load = Load1();
        return new(
            ProcessorName(),
            Environment.ProcessorCount,
            Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128,
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
            load,
            MemoryBandwidth.Measure(meter, rounds));
    }

    public override string ToString() =>
        $"{Processor}, {Cores} cores, {Vectors}-bit vectors, {Memory / 1e9:0} GB, {RuntimeInformation.FrameworkDescription}; "
        + $"one thread reads {Bandwidth / 1e9:0.0} GB/s{(Load is { } load ? $"; load at the start {load:0.0}" : "")}";

    private static string ProcessorName()
    {
        const string Info = "/proc/cpuinfo";
        var line = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static double? Load1()
    {
        const string Average = "/proc/loadavg";
        return File.Exists(Average) ? double.Parse(File.ReadAllText(Average).Split(' ')[0], CultureInfo.InvariantCulture) : null;
    }
}
