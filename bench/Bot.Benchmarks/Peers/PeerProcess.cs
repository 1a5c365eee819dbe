using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Bot.Benchmarks.Peers;

/// <summary>
/// A peer that needs another runtime, as a process that takes commands, one a line, and answers each with a line of JSON
/// (<see cref="PeerRun"/>). So it takes turns with what runs in this one.
/// </summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private PeerProcess(Process process) => _process = process;

    /// <summary>Starts <c>bench/peers/NAME/run.sh</c>, which says first whether it can run.</summary>
    /// <param name="name">The peer's folder.</param>
    /// <param name="arguments">Of the script.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    public static async Task<PeerStart> StartAsync(string name, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("bash", [Repository.PathOf("bench", "peers", name, "run.sh"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        PeerProcess peer;
        try
        {
            peer = new(Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            return new PeerStart.Missing("its script needs bash");
        }
        if ((await peer.ReadAsync(cancellationToken)).Missing is { } reason)
        {
            await peer.DisposeAsync();
            return new PeerStart.Missing(reason);
        }
        return new PeerStart.Running(peer);
    }

    /// <exception cref="InvalidOperationException">The peer ended; what it wrote to standard error says why.</exception>
    public async Task<PeerRun> AskAsync(string command, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(command.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private async Task<PeerRun> ReadAsync(CancellationToken cancellationToken)
    {
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException($"The peer ended: {_process.StartInfo.ArgumentList[0]}.");
        return JsonSerializer.Deserialize<PeerRun>(line, JsonSerializerOptions.Web)!;
    }
}
