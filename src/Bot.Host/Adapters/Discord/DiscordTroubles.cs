using System.Collections.Concurrent;
using Bot.Discord;
using Bot.Discord.Rest;
using Bot.Host.Conversations;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Adapters.Discord;

/// <summary>Judges what Discord refuses, and tells the operator of a missing permission once for each channel.</summary>
internal sealed partial class DiscordTroubles(ILogger<DiscordTroubles> logger)
{
    private readonly ConcurrentDictionary<Snowflake, bool> _told = [];

    /// <summary>What becomes of a reply that Discord refused.</summary>
    public Delivery Judge(DiscordApiException failure, Snowflake channel)
    {
        if (IsForbidden(failure))
        {
            Tell(channel, failure);
            return new Delivery.Impossible(failure.Message);
        }
        return failure.IsTransient || failure.Status == System.Net.HttpStatusCode.Unauthorized
            ? new Delivery.Later(failure.Message, failure.RetryAfter)
            : new Delivery.Impossible(failure.Message);
    }

    /// <summary>One sentence that says what to do, the first time.</summary>
    public void Tell(Snowflake channel, DiscordApiException failure)
    {
        if (_told.TryAdd(channel, true))
        {
            Log.Forbidden(logger, channel, failure.Code);
        }
    }

    public static bool IsForbidden(DiscordApiException failure) => failure.Status == System.Net.HttpStatusCode.Forbidden;

    /// <summary>The interaction can't be answered as one any more.</summary>
    public static bool IsTokenGone(DiscordApiException failure) =>
        failure.Code is DiscordErrorCode.UnknownWebhook or DiscordErrorCode.InvalidWebhookToken or DiscordErrorCode.UnknownInteraction or DiscordErrorCode.UnknownMessage;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning,
            "Discord lets the bot do too little in channel {Channel} (code {Code}): give its role View Channel, Send Messages, Send Messages in Threads, Create Public Threads, Embed Links, Attach Files and Read Message History there")]
        public static partial void Forbidden(ILogger logger, Snowflake channel, int code);
    }
}
