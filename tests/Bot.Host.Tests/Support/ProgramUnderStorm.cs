namespace Bot.Host.Tests.Support;

/// <summary>The program in one process after another, with the same folder.</summary>
internal sealed class ProgramUnderStorm(TemporaryFolder folder) : IDisposable
{
    private HostProcess? _process;
    private Task<string> _log = Task.FromResult("");

    public Task StartAsync()
    {
        _process = HostProcess.Start(folder.Path, []);
        // Read, so that a full pipe never holds it up.
        _log = _process.Error.ReadToEndAsync();
        return Task.CompletedTask;
    }

    /// <summary>Ends it as Ctrl-C does; it must end well.</summary>
    public async Task StopAsync()
    {
        _process!.Interrupt();
        Assert.True(await _process.ExitCodeAsync() == 0, await _log);
        await KillAsync();
    }

    public Task KillAsync()
    {
        _process?.Dispose();
        _process = null;
        return Task.CompletedTask;
    }

    public void Dispose() => _process?.Dispose();
}
