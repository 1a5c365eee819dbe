using Bot.Host.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Host.Conversations.Responding;

/// <summary>Holds the number of answers that are made at once to what the machine, or the settings, allow.</summary>
internal sealed class AnswerSlots(IOptions<ConversationsSettings> settings) : IDisposable
{
    private readonly SemaphoreSlim _free = new(Count(settings.Value));

    public int InUse => Count(settings.Value) - _free.CurrentCount;

    /// <summary>Waits for a slot; disposing what it returns gives it back.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return new Slot(_free);
    }

    public void Dispose() => _free.Dispose();

    private static int Count(ConversationsSettings settings) =>
        settings.ConcurrentAnswers > 0 ? settings.ConcurrentAnswers : Environment.ProcessorCount;

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
