using System.Globalization;

namespace Bot.Benchmarks.Measuring;

/// <summary>Memory of this process.</summary>
internal static class MemoryUse
{
    /// <summary>Bytes that something still refers to, on the managed heap or off it. Collects garbage first.</summary>
    public static long Live()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return OperatingSystem.IsLinux() ? Resident("/proc/self/status") : GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>Builds something, and says how many bytes it keeps.</summary>
    /// <param name="build">Gives the same each time.</param>
    /// <param name="expected">About how many bytes; of what is small several are built, as the system counts in pages and the runtime in regions.</param>
    public static (T Built, double Bytes) Of<T>(Func<T> build, double expected)
    {
        const double Enough = 64e6;
        const int Most = 50;
        var kept = new T[(int)Math.Clamp(Enough / expected, 1, Most)];
        if (kept.Length > 1)
        {
            // What the first one leaves behind for all isn't a part of it.
            build();
        }
        var before = Live();
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = build();
        }
        var bytes = (Live() - before) / (double)kept.Length;
        GC.KeepAlive(kept);
        return (kept[0], bytes);
    }

    /// <summary>What a process of this machine has in memory, in bytes.</summary>
    public static long OfProcess(int id) => Resident($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/status");

    // Garbage has been given back to the system by then, so what is resident is what is in use, mapped files included.
    private static long Resident(string status)
    {
        var line = File.ReadLines(status).First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
