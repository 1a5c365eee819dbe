using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// Lets shards identify in their turn: within the budget, and one after another, five seconds apart, among those with the same
/// <c>shard_id % max_concurrency</c>. One process knows only its own shards; others that identify at the same moment are told by op 9 to wait.
/// </summary>
internal sealed partial class SessionStarts(GatewayDiscovery discovery, TimeProvider clock, ILogger<SessionStarts> logger) : IDisposable
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<int, IdentifyLane> _lanes = new();

    /// <summary>Awaits the shard's turn. The ticket must be disposed when the connection has identified or come to nothing.</summary>
    /// <param name="shardId">The shard that is to identify.</param>
    /// <param name="isFirst">It had no session in this process yet. With a low budget only these go ahead.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SessionStart> EnterAsync(int shardId, bool isFirst, CancellationToken cancellationToken)
    {
        while (true)
        {
            var budget = await AwaitBudgetAsync(shardId, isFirst, cancellationToken);
            var lane = _lanes.GetOrAdd(shardId % budget.MaxConcurrency, _ => new(clock));
            await lane.EnterAsync(Apart, cancellationToken);
            var start = new SessionStart(budget.Url, discovery, lane);
            if (discovery.Known is { } left && Allows(left, isFirst))
            {
                return start;
            }
            // Others spent the budget while this shard waited for its turn.
            start.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var lane in _lanes.Values)
        {
            lane.Dispose();
        }
    }

    private async Task<SessionBudget> AwaitBudgetAsync(int shardId, bool isFirst, CancellationToken cancellationToken)
    {
        while (true)
        {
            var budget = await discovery.GetAsync(cancellationToken);
            if (Allows(budget, isFirst))
            {
                return budget;
            }
            var wait = budget.UntilReset(clock);
            Log.Held(logger, shardId, budget.Remaining, wait.TotalMinutes);
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    // One shard of each lane may be about to identify, and none of them has been counted yet.
    private bool Allows(SessionBudget budget, bool isFirst) =>
        budget.Remaining >= Math.Max(isFirst ? 1 : GatewayDiscovery.Reserve, budget.MaxConcurrency) || budget.UntilReset(clock) == TimeSpan.Zero;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "Shard {Shard} starts no new session for {Minutes:0} minutes: only {Remaining} are left, and past the limit Discord resets the token")]
        public static partial void Held(ILogger logger, int shard, int remaining, double minutes);
    }
}
