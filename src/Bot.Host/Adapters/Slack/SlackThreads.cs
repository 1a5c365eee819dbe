using Bot.Host.Conversations;
using Bot.Host.Conversations.Storage;

namespace Bot.Host.Adapters.Slack;

/// <summary>Knows the threads in which the bot has answered: there people go on without a mention. Safe for concurrent use.</summary>
internal sealed class SlackThreads(IConversationMemory memory)
{
    private const int Remembered = 10_000;

    private readonly RecentValues<ConversationKey, bool> _known = new(Remembered);

    public async ValueTask<bool> IsJoinedAsync(ConversationKey thread, CancellationToken cancellationToken)
    {
        if (!_known.TryGet(thread, out var isJoined))
        {
            isJoined = await memory.HasJoinedAsync(thread, cancellationToken);
            // Not over what a join says in the meantime.
            _known.TryAdd(thread, isJoined);
        }
        return isJoined;
    }

    public async Task JoinAsync(ConversationKey thread, CancellationToken cancellationToken)
    {
        if (!_known.TryGet(thread, out var isJoined) || !isJoined)
        {
            await memory.JoinAsync(thread, cancellationToken);
            _known.Set(thread, value: true);
        }
    }
}
