namespace Bot.Host.Conversations;

/// <summary>One after another within a conversation, side by side between conversations. Safe for concurrent use.</summary>
internal sealed class ConversationLanes
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, Task> _last = [];

    /// <summary>Takes the place behind all that entered the conversation before.</summary>
    public ConversationTurn Enter(ConversationKey conversation)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            var before = _last.GetValueOrDefault(conversation, Task.CompletedTask);
            _last[conversation] = done.Task;
            return new(before, () => Leave(conversation, done));
        }
    }

    private void Leave(ConversationKey conversation, TaskCompletionSource done)
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
