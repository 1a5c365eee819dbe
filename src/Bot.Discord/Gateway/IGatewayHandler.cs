namespace Bot.Discord.Gateway;

/// <summary>Receives the events.</summary>
public interface IGatewayHandler
{
    /// <summary>
    /// Takes one event. Events of one shard come one after another, in Discord's order; different shards call side by side.
    /// <para>
    /// Returning means "this won't be lost": an event counts as processed then, and after a crash or restart Discord isn't asked
    /// for it again. So write a question down before returning, and work on it elsewhere: the next event of the shard waits,
    /// interactions must be answered within three seconds, and when the queue is full the connection is given up
    /// until it has room (Discord then sends again what didn't fit).
    /// </para>
    /// <para>
    /// Throwing means "not written down": the same event is offered again, after growing pauses, up to
    /// <see cref="DiscordClientOptions.HandlerAttempts"/> times; then it is logged as lost. The same event may also come again after a reconnect
    /// or restart: tell them apart by message or interaction id.
    /// </para>
    /// </summary>
    /// <param name="gatewayEvent">Not shared with anybody else.</param>
    /// <param name="cancellationToken">Cancelled when the client stops and its drain time is over.</param>
    ValueTask HandleAsync(GatewayEvent gatewayEvent, CancellationToken cancellationToken);
}
