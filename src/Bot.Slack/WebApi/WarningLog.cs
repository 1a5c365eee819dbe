using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.WebApi;

/// <summary>Logs each of Slack's warnings once a method: they come with every call.</summary>
internal sealed partial class WarningLog(ILogger logger)
{
    private readonly ConcurrentDictionary<(string Method, string Warning), bool> _seen = new();

    public void Note(string method, SlackReply reply)
    {
        var codes = (reply.Warning ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var warning in codes.Concat(reply.ResponseMetadata?.Warnings ?? []))
        {
            if (_seen.TryAdd((method, warning), value: true))
            {
                Log.Warned(logger, method, warning);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Slack warns about {Method}: {Warning}")]
        public static partial void Warned(ILogger logger, string method, string warning);
    }
}
