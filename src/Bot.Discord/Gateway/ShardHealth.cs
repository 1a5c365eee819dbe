namespace Bot.Discord.Gateway;

/// <summary>One shard, as it is now.</summary>
/// <param name="ShardId">From 0 to the number of shards - 1.</param>
/// <param name="State">Changes to it raise <see cref="IDiscordGateway.HealthChanged"/>.</param>
/// <param name="Problem">What is wrong, in a sentence; null when nothing is known to be.</param>
/// <param name="Latency">Between the last heartbeat and its acknowledgement.</param>
/// <param name="QueuedEvents">Received and not yet taken by the handler.</param>
public sealed record ShardHealth(int ShardId, ShardState State, string? Problem, TimeSpan? Latency, int QueuedEvents);
