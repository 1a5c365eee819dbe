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

    /// <summary>What a process of this machine has in memory, in bytes.</summary>
    public static long OfProcess(int id) => Resident($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/status");

    // Garbage has been given back to the system by then, so what is resident is what is in use, mapped files included.
    private static long Resident(string status)
    {
        var line = File.ReadLines(status).First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
