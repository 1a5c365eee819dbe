using System.Collections.Immutable;

namespace Bot.Discord.Simulator.State;

/// <summary>A guild, as it is at one moment.</summary>
/// <param name="Members">User id to the ids of the roles the member has beside @everyone.</param>
/// <param name="Available">False during an outage: the guild is then sent as unavailable.</param>
public sealed record SimGuild(
    ulong Id,
    string Name,
    ulong OwnerId,
    string Locale,
    ImmutableArray<SimRole> Roles,
    ImmutableDictionary<ulong, ImmutableArray<ulong>> Members,
    DateTimeOffset JoinedAt,
    bool Available = true);
