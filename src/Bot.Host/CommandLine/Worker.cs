using Bot.Host.Admin;

namespace Bot.Host.CommandLine;

/// <summary>Serves the chats until it is told to end, or nothing is left to serve.</summary>
internal sealed class Worker(WorkerOutcome outcome)
{
    public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource();
        await using var end = cancellationToken.Register(ended.SetResult);
        await ended.Task;
        return outcome.HasFailed ? ExitCode.Failed : ExitCode.Done;
    }
}
