namespace Bot.Host.Conversations;

/// <summary>A place in a conversation's lane.</summary>
/// <param name="before">Ends with all that entered before.</param>
/// <param name="leave">Lets the next one go on.</param>
internal sealed class ConversationTurn(Task before, Action leave) : IDisposable
{
    /// <summary>Completes once all that entered before has ended, however it ended.</summary>
    public Task Come => before;

    /// <summary>Ends it. Who ends before the turn has come doesn't let others overtake.</summary>
    public void Dispose() =>
        _ = before.ContinueWith(_ => leave(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
