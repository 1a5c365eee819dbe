namespace Bot.Discord.Simulator;

/// <summary>
/// What happened, newest last, with waiting for what hasn't happened yet. Keeps a bounded number of items; each is taken by
/// <see cref="TakeAsync"/> at most once.
/// </summary>
internal sealed class SignalLog<T>(int limit)
    where T : class
{
    // Long enough for a busy machine, short enough that a test that waits in vain says so. Real time, whatever the test's clock.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly LinkedList<T> _items = [];
    private readonly HashSet<T> _taken = new(ReferenceEqualityComparer.Instance);
    private readonly List<(Func<T, bool> Matches, TaskCompletionSource<T> Found)> _waiters = [];

    public IReadOnlyList<T> Items
    {
        get
        {
            lock (_gate)
            {
                return [.. _items];
            }
        }
    }

    public void Add(T item)
    {
        lock (_gate)
        {
            _items.AddLast(item);
            if (_items.Count > limit)
            {
                _taken.Remove(_items.First!.Value);
                _items.RemoveFirst();
            }
            if (_waiters.FindIndex(waiter => waiter.Matches(item)) is var index and >= 0)
            {
                _taken.Add(item);
                _waiters[index].Found.TrySetResult(item);
                _waiters.RemoveAt(index);
            }
        }
    }

    /// <summary>Takes the oldest matching item that nobody took before; waits for one where there is none.</summary>
    /// <exception cref="TimeoutException">None came within a minute.</exception>
    public async Task<T> TakeAsync(string what, Func<T, bool> matches, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_items.FirstOrDefault(item => !_taken.Contains(item) && matches(item)) is { } present)
            {
                _taken.Add(present);
                return present;
            }
            _waiters.Add((matches, found));
        }
        try
        {
            return await found.Task.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException timeout)
        {
            throw new TimeoutException($"Waited {Patience.TotalSeconds} s in vain for {what}.", timeout);
        }
        finally
        {
            lock (_gate)
            {
                _waiters.RemoveAll(waiter => waiter.Found == found);
            }
        }
    }
}
