using System.Collections.Immutable;

namespace Bot.Discord.Simulator.State;

/// <summary>A text channel, a thread or a direct conversation, as it is at one moment.</summary>
public sealed record SimChannel(ulong Id, ChannelType Type, string Name)
{
    public ulong? GuildId { get; init; }

    public ulong? ParentId { get; init; }

    public ulong? RecipientId { get; init; }

    public ulong? OwnerId { get; init; }

    public ulong? LastMessageId { get; init; }

    public bool Archived { get; init; }

    public bool Locked { get; init; }

    public int AutoArchiveMinutes { get; init; } = 1440;

    public int MessageCount { get; init; }

    public ImmutableArray<PermissionOverwrite> Overwrites { get; init; } = [];

    public bool IsThread => Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;

    public bool IsDirect => Type == ChannelType.DirectMessage;
}
