using System.Collections.Immutable;

namespace Bot.Discord.Simulator.State;

/// <summary>Who got a notification from a message, after <c>allowed_mentions</c>.</summary>
public sealed record Pings(ImmutableHashSet<ulong> Users, ImmutableHashSet<ulong> Roles, bool Everyone)
{
    public static Pings None { get; } = new([], [], Everyone: false);

    public bool Any => Everyone || Users.Count > 0 || Roles.Count > 0;
}
