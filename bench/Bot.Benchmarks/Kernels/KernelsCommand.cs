using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Bot.Benchmarks.Kernels;

/// <summary>Measures the innermost loops with BenchmarkDotNet.</summary>
internal static class KernelsCommand
{
    /// <param name="arguments">BenchmarkDotNet's own; all benchmarks where there are none.</param>
    public static void Run(string[] arguments)
    {
        // In this process: one of its own would need a build, and that a package feed.
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Repository.PathOf("artifacts", "kernels"));
        BenchmarkSwitcher.FromAssembly(typeof(KernelsCommand).Assembly).Run(arguments.Length == 0 ? ["--filter", "*"] : arguments, config);
    }
}
