using System.Collections.Immutable;
using Bot.Retrieval.Indexing;

namespace Bot.Host.Ingestion;

/// <summary>A reload on its way, and those who wait for it. The refresher's lock guards every call but <see cref="Report"/>.</summary>
internal sealed class RunningReload(CancellationToken stopping) : IProgress<ReloadProgress>
{
    private readonly CancellationTokenSource _cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private ImmutableArray<IProgress<ReloadProgress>> _listeners = [];
    private int _waiting;
    private bool _finished;

    public Task<ReloadOutcome> Outcome { get; private set; } = Task.FromResult<ReloadOutcome>(new ReloadOutcome.Cancelled());

    /// <summary>It is neither over nor given up.</summary>
    public bool CanBeJoined => !_finished && !_cancellation.IsCancellationRequested;

    // Off the asker's thread: building is work, and the refresher holds its lock.
    public void Start(Func<CancellationToken, Task<ReloadOutcome>> build)
    {
        var token = _cancellation.Token;
        Outcome = Task.Run(() => build(token), CancellationToken.None);
    }

    public void Join(IProgress<ReloadProgress>? progress)
    {
        _waiting++;
        _listeners = progress is null ? _listeners : _listeners.Add(progress);
    }

    /// <summary>When the last one leaves a reload that is still running, it is cancelled.</summary>
    public void Leave(IProgress<ReloadProgress>? progress)
    {
        _waiting--;
        _listeners = progress is null ? _listeners : _listeners.Remove(progress);
        if (_waiting == 0 && !_finished)
        {
            _cancellation.Cancel();
        }
    }

    public void Finish()
    {
        _finished = true;
        _cancellation.Dispose();
    }

    public void Report(ReloadProgress value)
    {
        foreach (var listener in _listeners)
        {
            listener.Report(value);
        }
    }
}
