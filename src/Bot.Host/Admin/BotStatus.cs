using System.Collections.Immutable;
using Bot.Host.Conversations;
using Bot.Host.Conversations.Responding;
using Bot.Host.Conversations.Storage;
using Bot.Retrieval.Indexing;

namespace Bot.Host.Admin;

/// <summary>Knows how the bot is doing.</summary>
internal sealed class BotStatus(
    LiveIndex index, PlatformRegistry platforms, RunningWork work, AnswerSlots slots, ConversationDatabase database, TimeProvider clock)
{
    private readonly long _began = clock.GetTimestamp();

    public StatusReport Now()
    {
        var snapshot = index.Current;
        var (open, busy) = (work.Count, slots.InUse);
        return new StatusReport
        {
            Revision = snapshot.Revision,
            Documents = snapshot.Documents.Length,
            Passages = snapshot.Passages.Length,
            Uptime = clock.GetElapsedTime(_began),
            Working = busy,
            Waiting = Math.Max(0, open - busy),
            Platforms = [.. platforms.All.Select(platform => new PlatformStatus(platform.Name, platform.State))],
            StorageProblem = database.Problem,
        };
    }
}

/// <summary>How the bot is doing at one moment.</summary>
internal sealed record StatusReport
{
    /// <summary>Empty while there is no index.</summary>
    public required string Revision { get; init; }

    public required int Documents { get; init; }

    public required int Passages { get; init; }

    public required TimeSpan Uptime { get; init; }

    /// <summary>Answers in the making.</summary>
    public required int Working { get; init; }

    /// <summary>Other messages that are not finished: waiting, or being delivered.</summary>
    public required int Waiting { get; init; }

    public required ImmutableArray<PlatformStatus> Platforms { get; init; }

    public required string? StorageProblem { get; init; }

    /// <summary>Whether it can do its work: an index is published and each chat is connected.</summary>
    public bool IsReady => Revision.Length > 0 && Platforms.All(platform => platform.State.IsConnected) && StorageProblem is null;
}

internal sealed record PlatformStatus(string Name, PlatformState State);
