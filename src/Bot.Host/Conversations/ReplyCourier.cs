using Bot.Host.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Conversations;

/// <summary>Delivers a reply, again and again while there is hope.</summary>
internal sealed partial class ReplyCourier(
    IOptions<ConversationsSettings> settings, TimeProvider clock, Chance chance, ConversationMetrics metrics, ILogger<ReplyCourier> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Returns when it is delivered or can't be.</summary>
    /// <param name="platform">Where.</param>
    /// <param name="message">What it replies to.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="first">The first try.</param>
    /// <param name="cancellationToken">Leaves it undelivered.</param>
    public async Task DeliverAsync(IChatPlatform platform, IncomingMessage message, Reply reply, DeliveryTry first, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var hope = TimeSpan.FromMinutes(settings.Value.MaximumAgeMinutes);
        var attempt = first;
        for (var pause = FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            switch (await TryAsync(platform, message, reply, attempt, cancellationToken))
            {
                case Delivery.Done:
                    metrics.Delivered(platform.Name, "done");
                    return;
                case Delivery.Impossible impossible:
                    metrics.Delivered(platform.Name, "impossible");
                    Log.Impossible(logger, message.Conversation, impossible.Reason);
                    return;
                case Delivery.Later later:
                    // Full jitter, so that those who failed together don't try again together.
                    var wait = later.After ?? (pause * chance.Next());
                    if (clock.GetElapsedTime(began) + wait > hope)
                    {
                        metrics.Delivered(platform.Name, "lost");
                        Log.Lost(logger, message.Conversation, message.Event, later.Reason);
                        return;
                    }
                    metrics.Delivered(platform.Name, "later");
                    Log.Later(logger, message.Conversation, wait, later.Reason);
                    await Task.Delay(wait, clock, cancellationToken);
                    attempt = attempt with { MayBeThere = true };
                    break;
            }
        }
    }

    private async Task<Delivery> TryAsync(
        IChatPlatform platform, IncomingMessage message, Reply reply, DeliveryTry attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await platform.ReplyAsync(message, reply, attempt, cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Broken(logger, ex, message.Conversation);
            return new Delivery.Later(ex.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The reply in {Conversation} can't be delivered: {Reason}")]
        public static partial void Impossible(ILogger logger, ConversationKey conversation, string reason);

        [LoggerMessage(LogLevel.Information, "The reply in {Conversation} is tried again in {Wait}: {Reason}")]
        public static partial void Later(ILogger logger, ConversationKey conversation, TimeSpan wait, string reason);

        [LoggerMessage(LogLevel.Error, "The reply in {Conversation} to {Event} is lost: {Reason}")]
        public static partial void Lost(ILogger logger, ConversationKey conversation, EventKey @event, string reason);

        [LoggerMessage(LogLevel.Error, "Delivering a reply in {Conversation} went wrong")]
        public static partial void Broken(ILogger logger, Exception exception, ConversationKey conversation);
    }
}
