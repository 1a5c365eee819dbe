namespace Bot.Host.Conversations;

/// <summary>Owns the tasks that nobody else waits for. Safe for concurrent use.</summary>
internal sealed class RunningWork
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _running.Count;
            }
        }
    }

    /// <param name="work">Must handle its own failures: nobody is there to see them.</param>
    public void Start(Func<Task> work)
    {
        // Off the caller's thread, which has the next event to read.
        var task = new Task<Task>(work);
        var whole = task.Unwrap();
        lock (_gate)
        {
            _running.Add(whole);
        }
        _ = whole.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        task.Start(TaskScheduler.Default);
    }

    /// <summary>Waits for everything that runs now.</summary>
    public Task WhenDoneAsync(CancellationToken cancellationToken)
    {
        Task[] running;
        lock (_gate)
        {
            running = [.. _running];
        }
        return Task.WhenAll(running).WaitAsync(cancellationToken);
    }

    private void Forget(Task task)
    {
        lock (_gate)
        {
            _running.Remove(task);
        }
    }
}
