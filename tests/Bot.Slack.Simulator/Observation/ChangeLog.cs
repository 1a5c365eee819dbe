namespace Bot.Slack.Simulator.Observation;

/// <summary>Tells watchers and waiting tests what happened. Everything runs under the core's gate, so a watcher must be quick.</summary>
internal sealed class ChangeLog(SimulatorCore core)
{
    private readonly List<Func<bool>> _waiters = [];

    public event Action<SlackChange>? Changed;

    public void Publish(SlackChange change)
    {
        Changed?.Invoke(change);
        _waiters.RemoveAll(static isDone => isDone());
    }

    /// <summary>The first non-null value of <paramref name="probe"/>, which is asked now and after each change.</summary>
    public async Task<T> UntilAsync<T>(Func<T?> probe, string what, TimeSpan timeout)
        where T : class
    {
        var found = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (core.Gate)
        {
            if (!IsDone())
            {
                _waiters.Add(IsDone);
            }
        }
        try
        {
            return await found.Task.WaitAsync(timeout, TimeProvider.System);
        }
        catch (TimeoutException ex)
        {
            throw new TimeoutException($"Waited {timeout.TotalSeconds:0} s for {what}. {core.Describe()}", ex);
        }
        finally
        {
            lock (core.Gate)
            {
                _waiters.Remove(IsDone);
            }
        }

        bool IsDone() => probe() is { } value && found.TrySetResult(value);
    }
}
