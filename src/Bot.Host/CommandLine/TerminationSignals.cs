using System.Runtime.InteropServices;

namespace Bot.Host.CommandLine;

/// <summary>
/// What asks the process to end: Ctrl-C and SIGTERM. The first asks; a second, or too long a time after the first, ends the
/// process the hard way.
/// </summary>
internal sealed class TerminationSignals : IDisposable
{
    private const int ExitCodeOfSignals = 128;
    private const int InterruptNumber = 2;
    private const int TerminateNumber = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Not disposed: a signal may be on its way while the program ends by itself.
    private readonly CancellationTokenSource _requested = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly TimeProvider _clock;
    private ITimer? _deadline;

    public TerminationSignals(TimeProvider clock)
    {
        _clock = clock;
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle)];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Requested => _requested.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
        _deadline?.Dispose();
    }

    private void Handle(PosixSignalContext signal)
    {
        var code = ExitCodeOfSignals + (signal.Signal == PosixSignal.SIGINT ? InterruptNumber : TerminateNumber);
        if (_requested.IsCancellationRequested)
        {
            Environment.Exit(code);
        }
        signal.Cancel = true;
        _deadline = _clock.CreateTimer(_ => Environment.Exit(code), null, Patience, Timeout.InfiniteTimeSpan);
        _requested.Cancel();
    }
}
