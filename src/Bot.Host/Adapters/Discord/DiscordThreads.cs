using Bot.Discord;
using Bot.Discord.Resources;
using Bot.Host.Conversations;
using Bot.Host.Conversations.Storage;

namespace Bot.Host.Adapters.Discord;

/// <summary>Knows the threads that the bot started, and those of others. Safe for concurrent use.</summary>
internal sealed class DiscordThreads(IConversationMemory memory)
{
    // Of older ones, the storage and what comes with a message tell.
    private const int MostKnown = 100_000;

    private readonly RecentValues<Snowflake, bool> _own = new(MostKnown);
    private readonly RecentValues<Snowflake, bool> _others = new(MostKnown);

    /// <summary>What the bot has to do with a channel; the storage remembers threads that Discord hasn't told of.</summary>
    /// <param name="channel">The channel or thread.</param>
    /// <param name="type">What it is, where Discord has told.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<DiscordThread> FindAsync(Snowflake channel, ChannelType? type, CancellationToken cancellationToken)
    {
        // Its own goes first: the bot also joins threads of others that it has answered in.
        if (_own.TryGet(channel, out _))
        {
            return DiscordThread.Own;
        }
        if (await memory.HasJoinedAsync(Key(channel), cancellationToken))
        {
            _own.Set(channel, value: true);
            return DiscordThread.Own;
        }
        // Not remembered where it is neither: Discord tells of an old thread only when it is opened again.
        return type?.IsThread() == true || _others.TryGet(channel, out _) ? DiscordThread.Other : DiscordThread.None;
    }

    /// <summary>Discord tells of a thread.</summary>
    public void Saw(Channel thread, Snowflake self) => (thread.OwnerId == self ? _own : _others).Set(thread.Id, value: true);

    /// <summary>The bot started one.</summary>
    public async Task JoinAsync(Snowflake thread, CancellationToken cancellationToken)
    {
        _own.Set(thread, value: true);
        await memory.JoinAsync(Key(thread), cancellationToken);
    }

    private static ConversationKey Key(Snowflake channel) => new(DiscordPlatform.PlatformName, channel.ToString());
}
