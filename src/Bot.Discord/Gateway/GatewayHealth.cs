using System.Collections.Immutable;

namespace Bot.Discord.Gateway;

/// <summary>All shards of this process; none before the first connection is tried.</summary>
/// <param name="Shards">In order of their ids.</param>
/// <param name="Problem">What is wrong with the client as a whole: a rejected token, a nearly spent session budget, Discord out of reach.</param>
/// <param name="HasFailed">Whether only a person can help.</param>
public sealed record GatewayHealth(ImmutableArray<ShardHealth> Shards, string? Problem, bool HasFailed)
{
    /// <summary>Whether every shard is connected.</summary>
    public bool IsReady => Shards.Length > 0 && Shards.All(shard => shard.State == ShardState.Connected);
}
