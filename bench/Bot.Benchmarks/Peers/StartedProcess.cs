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

    /// <summary>Starts a program, waits for a line that says that it is ready, and kills it.</summary>
    /// <param name="assembly">The program's main file.</param>
    /// <param name="folder">Where it is started.</param>
    /// <param name="ready">What that line has in it.</param>
    /// <param name="clock">Measures the wall time.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">It ended without saying so.</exception>
    public static async Task<StartedProcess> MeasureAsync(string assembly, string folder, string ready, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var process = Start(assembly, folder);
        try
        {
            await WaitAsync(process, ready, clock, cancellationToken);
            var wall = clock.GetElapsedTime(started).TotalSeconds;
            return new(CpuClock.OfProcess(process), wall, MemoryUse.OfProcess(process.Id));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>The same without measuring; the program is told to end, and so can leave what it leaves to its next start.</summary>
    /// <inheritdoc cref="MeasureAsync"/>
    public static async Task RunOnceAsync(string assembly, string folder, string ready, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var process = Start(assembly, folder);
        try
        {
            await WaitAsync(process, ready, clock, cancellationToken);
            using var interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]);
            // What it still writes must not fill the pipe.
            await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static Process Start(string assembly, string folder)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [assembly])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        // Read and dropped, so that a full pipe never holds it up.
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task WaitAsync(Process process, string ready, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        while (await process.StandardError.ReadLineAsync(both.Token) is { } line)
        {
            if (line.Contains(ready, StringComparison.Ordinal))
            {
                return;
            }
        }
        throw new InvalidOperationException($"{Path.GetFileName(process.StartInfo.ArgumentList[0])} ended before it was ready.");
    }
}
