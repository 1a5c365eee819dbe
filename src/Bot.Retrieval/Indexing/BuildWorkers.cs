using System.Collections.Concurrent;

namespace Bot.Retrieval.Indexing;

/// <summary>
/// The threads of one build. On the thread pool, a build would keep questions waiting for a thread; here it has its own,
/// which yield to others. What is awaited in a task of theirs goes on there too, and so does what it starts with <see cref="Start"/>.
/// </summary>
internal sealed class BuildWorkers : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> _tasks = [];
    private readonly int _count;

    /// <param name="count">Of threads; at least 1.</param>
    public BuildWorkers(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _count = count;
        for (var i = 0; i < count; i++)
        {
            new Thread(Work) { Name = "index build", IsBackground = true }.Start();
        }
    }

    public override int MaximumConcurrencyLevel => _count;

    /// <summary>Every core while nobody can ask, one less from then on.</summary>
    public static BuildWorkers Beside(LiveIndex live) =>
        new(Math.Max(1, live.Current == IndexSnapshot.Empty ? Environment.ProcessorCount : Environment.ProcessorCount - 1));

    /// <summary>Starts work on the threads of the build that this is called in; outside of one, on the thread pool.</summary>
    public static Task<T> Start<T>(Func<T> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.DenyChildAttach, Current);

    /// <summary>For loops in the build that this is called in.</summary>
    public static ParallelOptions LoopOptions(CancellationToken cancellationToken) => new()
    {
        CancellationToken = cancellationToken,
        MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, Current.MaximumConcurrencyLevel),
        TaskScheduler = Current,
    };

    /// <summary>Runs a build.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> build, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(build, cancellationToken, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>Lets the threads end; to be called when all work is done.</summary>
    public void Dispose() => _tasks.CompleteAdding();

    protected override void QueueTask(Task task)
    {
        try
        {
            _tasks.Add(task);
        }
        catch (InvalidOperationException) when (_tasks.IsAddingCompleted)
        {
            // The end of something that a failed build has left behind.
            ThreadPool.UnsafeQueueUserWorkItem(static left => left.Workers.TryExecuteTask(left.Task), (Workers: this, Task: task), preferLocal: false);
        }
    }

    // Also what is queued, or loops that wait for their parts could keep every thread waiting. It is then passed over in the queue.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => Current == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks;

    private void Work()
    {
        LowPriority.Take();
        foreach (var task in _tasks.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
