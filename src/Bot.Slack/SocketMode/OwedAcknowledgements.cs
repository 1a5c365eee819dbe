namespace Bot.Slack.SocketMode;

/// <summary>Counts what a socket still owes. Safe for concurrent use.</summary>
internal sealed class OwedAcknowledgements
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _none;
    private int _count;

    public void Add()
    {
        lock (_gate)
        {
            _count++;
        }
    }

    public void Remove()
    {
        TaskCompletionSource? none = null;
        lock (_gate)
        {
            _count--;
            if (_count == 0)
            {
                (none, _none) = (_none, null);
            }
        }
        none?.SetResult();
    }

    public Task WhenNone()
    {
        lock (_gate)
        {
            if (_count == 0)
            {
                return Task.CompletedTask;
            }
            _none ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _none.Task;
        }
    }
}
