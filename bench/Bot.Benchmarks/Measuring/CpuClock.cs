using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Bot.Benchmarks.Measuring;

/// <summary>Processor time, in seconds: what a busy machine doesn't distort as it does wall time.</summary>
internal static partial class CpuClock
{
    // The numbers of Linux's time.h.
    private const int ProcessClock = 2;
    private const int ThreadClock = 3;

    /// <summary>Of all threads of this process.</summary>
    public static double OfThisProcess => OperatingSystem.IsLinux() ? Read(ProcessClock) : Environment.CpuUsage.TotalTime.TotalSeconds;

    /// <summary>Of the calling thread; of the process where the system doesn't tell.</summary>
    public static double OfThisThread => OperatingSystem.IsLinux() ? Read(ThreadClock) : OfThisProcess;

    /// <summary>Of another process, with the threads that have ended.</summary>
    public static double OfProcess(Process process)
    {
        if (!OperatingSystem.IsLinux())
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
        // As clock_getcpuclockid makes it; what the process tells in whole is in hundredths of a second.
        return Read((~process.Id << 3) | ProcessClock);
    }

    private static double Read(int clock) =>
        GetTime(clock, out var time) == 0 ? time.Seconds + (time.Nanoseconds * 1e-9) : throw new InvalidOperationException("The system doesn't tell processor time.");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
