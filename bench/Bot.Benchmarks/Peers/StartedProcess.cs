using System.Diagnostics;
using Bot.Benchmarks.Measuring;

namespace Bot.Benchmarks.Peers;

/// <summary>What a program costs until it is ready.</summary>
/// <param name="Cpu">Seconds of processor time.</param>
/// <param name="Wall">Seconds from its start.</param>
/// <param name="Memory">Bytes that it has in memory then.</param>
internal sealed record StartedProcess(double Cpu, double Wall, double Memory)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Starts a program, waits for a line that says that it is ready, and ends it.</summary>
    /// <param name="assembly">The program's main file.</param>
    /// <param name="folder">Where it is started.</param>
    /// <param name="ready">What that line has in it.</param>
    /// <param name="clock">Measures the wall time.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">It ended without saying so.</exception>
    public static async Task<StartedProcess> MeasureAsync(string assembly, string folder, string ready, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var started = clock.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [assembly]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true })!;
        try
        {
            while (await process.StandardError.ReadLineAsync(both.Token) is { } line)
            {
                if (line.Contains(ready, StringComparison.Ordinal))
                {
                    var wall = clock.GetElapsedTime(started).TotalSeconds;
                    return new(CpuClock.OfProcess(process), wall, MemoryUse.OfProcess(process.Id));
                }
            }
            throw new InvalidOperationException($"{Path.GetFileName(assembly)} ended before it was ready.");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
