using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing;

/// <summary>Lets other threads go first.</summary>
internal static class LowPriority
{
    private const int OfProcess = 0;
    private const int CallingThread = 0;
    // A tenth of the time where a question and a build want the same core. Each turn that a build gets is 3 ms long, longer than
    // most questions take, so they mustn't come often; a higher value would starve reloads on a busy machine.
    private const int Niceness = 10;

    /// <summary>For the calling thread, as long as it lives.</summary>
    public static void Take()
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        if (OperatingSystem.IsLinux())
        {
            // .NET leaves a thread's priority alone there. Linux keeps one for each thread under this call's name for processes;
            // a system that refuses lets the build compete, which is no failure.
            _ = SetPriority(OfProcess, CallingThread, Niceness);
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int priority);
}
