namespace Bot.Host.Conversations;

/// <summary>One after another within a conversation, side by side between conversations. Safe for concurrent use.</summary>
internal sealed class ConversationLanes
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, Task> _last = [];

    /// <summary>Runs the work once everything before it in its conversation has ended, however it ended.</summary>
    public async Task RunAsync(ConversationKey conversation, Func<Task> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (_gate)
        {
            before = _last.GetValueOrDefault(conversation, Task.CompletedTask);
            _last[conversation] = done.Task;
        }
        await before;
        try
        {
            await work();
        }
        finally
        {
            lock (_gate)
            {
                if (_last[conversation] == done.Task)
                {
                    _last.Remove(conversation);
                }
            }
            done.SetResult();
        }
    }
}
