using System.Diagnostics;
using System.Text;

namespace Bot.Host.Tests.Support;

/// <summary>The program in a process of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // The program beside the tests is the one they were built with.
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll");

    private readonly Process _process;
    private bool _disposed;

    private HostProcess(Process process) => _process = process;

    public StreamWriter Input => _process.StandardInput;

    public StreamReader Output => _process.StandardOutput;

    public StreamReader Error => _process.StandardError;

    public static HostProcess Start(string folder, IEnumerable<string> args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in args.Prepend(Program))
        {
            start.ArgumentList.Add(argument);
        }
        // Whatever the locale, the program speaks UTF-8.
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        return new(Process.Start(start)!);
    }

    public static async Task<CommandLineRun> RunAsync(string folder, IEnumerable<string> args, string input = "", params (string Name, string Value)[] environment)
    {
        using var host = Start(folder, args, environment);
        var (output, error) = (host.Output.ReadToEndAsync(), host.Error.ReadToEndAsync());
        await host.Input.WriteAsync(input);
        host.Input.Close();
        return new(await host.ExitCodeAsync(), await output, await error);
    }

    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString()]);
        kill.WaitForExit();
    }

    public async Task<int> ExitCodeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }
        _disposed = true;
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        _process.Dispose();
    }
}
