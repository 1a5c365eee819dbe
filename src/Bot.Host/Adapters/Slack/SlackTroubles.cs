using System.Collections.Concurrent;
using Bot.Host.Conversations;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Adapters.Slack;

/// <summary>Judges what Slack refuses, and tells the operator of each kind once for each channel.</summary>
internal sealed partial class SlackTroubles(ILogger<SlackTroubles> logger)
{
    private readonly ConcurrentDictionary<(string Channel, string Code), bool> _told = new();

    /// <summary>What becomes of a reply that Slack refused.</summary>
    public Delivery Judge(SlackApiException failure, string channel)
    {
        // A withdrawn token may be replaced before the question is too old.
        if (failure.IsTransient || failure.Kind == SlackErrorKind.Workspace)
        {
            return new Delivery.Later(failure.Message, failure.RetryAfter);
        }
        if (_told.TryAdd((channel, failure.Code), value: true))
        {
            Log.Refused(logger, channel, failure.Message);
        }
        return new Delivery.Impossible(failure.Message);
    }

    /// <summary>The response URL or trigger can't be used any more.</summary>
    public static bool IsUsedUp(SlackApiException failure) =>
        failure.Code is "expired_url" or "expired_trigger_id" or "exchanged_trigger_id" or "invalid_trigger_id" or "trigger_expired" or "trigger_exchanged";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A reply in channel {Channel} can't be given: {Reason}")]
        public static partial void Refused(ILogger logger, string channel, string reason);
    }
}
