using System.Collections.Concurrent;
using Bot.Discord;
using Bot.Discord.Resources;
using Bot.Host.Conversations;
using Bot.Host.Conversations.Storage;

namespace Bot.Host.Adapters.Discord;

/// <summary>Knows the threads that the bot started. Safe for concurrent use.</summary>
internal sealed class DiscordThreads(IConversationMemory memory)
{
    // Beyond that, all are looked up anew.
    private const int MostKnown = 100_000;

    private readonly ConcurrentDictionary<Snowflake, DiscordThread> _known = [];

    /// <summary>What the bot has to do with a channel; the storage remembers threads that Discord hasn't told of.</summary>
    public async ValueTask<DiscordThread> FindAsync(Snowflake channel, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(channel, out var thread))
        {
            if (_known.Count >= MostKnown)
            {
                _known.Clear();
            }
            thread = await memory.HasJoinedAsync(Key(channel), cancellationToken) ? DiscordThread.Own : DiscordThread.None;
            _known[channel] = thread;
        }
        return thread;
    }

    /// <summary>Discord tells of a thread.</summary>
    public void Saw(Channel thread, Snowflake self) => _known[thread.Id] = thread.OwnerId == self ? DiscordThread.Own : DiscordThread.Other;

    public void Forget(Snowflake thread) => _known.TryRemove(thread, out _);

    /// <summary>The bot started one.</summary>
    public async Task JoinAsync(Snowflake thread, CancellationToken cancellationToken)
    {
        _known[thread] = DiscordThread.Own;
        await memory.JoinAsync(Key(thread), cancellationToken);
    }

    private static ConversationKey Key(Snowflake channel) => new(DiscordPlatform.PlatformName, channel.ToString());
}
