using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// Looks from outside whether a shard is alive but deaf: a connection whose heartbeat no longer watches itself, and a handler that
/// doesn't return.
/// </summary>
internal static partial class Watchdog
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestEvent = TimeSpan.FromSeconds(60);

    /// <summary>What is wrong with the handler, in a sentence; null when nothing is.</summary>
    public static string? Problem(EventQueue queue) => queue.Busy is { } busy && busy > LongestEvent
        ? $"The handler has been at one event for {busy.TotalSeconds:0} seconds; {queue.Count} events wait."
        : null;

    public static async Task RunAsync(Func<GatewayConnection?> current, EventQueue queue, GatewayServices services, ShardId shard, CancellationToken cancellationToken)
    {
        var logger = services.Loggers.CreateLogger(typeof(Watchdog));
        using var timer = new PeriodicTimer(Interval, services.Clock);
        var reported = false;
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (current() is { IsOverdue: true } deaf)
                {
                    Log.Deaf(logger, shard.Id);
                    deaf.End(new ConnectionEnd.Silent());
                }
                var problem = Problem(queue);
                if (problem is not null && !reported)
                {
                    Log.Stuck(logger, shard.Id, problem);
                }
                reported = problem is not null;
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped with the shard.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Shard {Shard} heard nothing for three heartbeats and didn't notice; its connection is cut")]
        public static partial void Deaf(ILogger logger, int shard);

        [LoggerMessage(LogLevel.Error, "Shard {Shard}: {Problem}")]
        public static partial void Stuck(ILogger logger, int shard, string problem);
    }
}
