namespace Bot.Discord.Gateway;

/// <summary>The connection to Discord's gateway: all shards this process runs. Thread-safe; runs once.</summary>
public interface IDiscordGateway
{
    /// <summary>How the connection is now.</summary>
    GatewayHealth Health { get; }

    /// <summary>Raised, on the shard's own task, whenever a shard's state changes. Handlers must be quick; what they throw is logged.</summary>
    event Action<ShardHealth>? HealthChanged;

    /// <summary>
    /// Connects, and stays connected until cancelled, stopped, or told by Discord that trying again is no use. Never throws for what the
    /// network or Discord does; returns when all tasks and sockets of the client are gone. Cancelling keeps the sessions, so
    /// that a restart within minutes misses nothing.
    /// </summary>
    Task<GatewayOutcome> RunAsync(IGatewayHandler handler, CancellationToken cancellationToken);

    /// <summary>
    /// Ends <see cref="RunAsync"/>: no further events are taken, those already received are handed over within
    /// <see cref="DiscordClientOptions.DrainTimeout"/>. Returns when that is done.
    /// </summary>
    Task StopAsync(SessionEnding ending);

    /// <summary>
    /// Sets what people see beside the bot's name, on all shards, within Discord's sending limits; shards without a connection show it
    /// once they have one.
    /// </summary>
    Task UpdatePresenceAsync(Presence presence, CancellationToken cancellationToken);
}
