using System.Text.Json;
using Bot.Discord.Json;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>What a connection does with events: keeps the session's count and puts into the queue what somebody needs. Never waits.</summary>
internal sealed partial class EventIntake(EventQueue queue, SessionProgress? session, GatewayServices services, int shardId)
{
    private readonly ILogger _logger = services.Loggers.CreateLogger<EventIntake>();

    /// <summary>The session that is being resumed, later the one that READY began; null before.</summary>
    public SessionProgress? Session { get; private set; } = session;

    /// <summary>READY or RESUMED arrived.</summary>
    public bool IsEstablished { get; private set; }

    /// <summary>Something arrived that a failed try wouldn't have brought.</summary>
    public bool HasProgressed { get; private set; }

    /// <summary>Takes one event; a reason to end the connection, or null.</summary>
    public ConnectionEnd? Take(GatewayFrame frame)
    {
        GatewayEvent? gatewayEvent;
        try
        {
            gatewayEvent = frame.Name == "READY" ? Begin(frame) : EventReader.Read(frame);
        }
        catch (JsonException ex)
        {
            Log.Unreadable(_logger, frame.Name ?? "?", shardId, frame.Data.Length, ex.Message);
            services.Metrics.EventLost("unreadable");
            if (frame.Name == "READY")
            {
                return new ConnectionEnd.Broken("READY could not be read");
            }
            gatewayEvent = null;
        }
        services.Metrics.EventReceived(gatewayEvent is null ? "other" : gatewayEvent.GetType().Name);
        return Session is null ? null : Count(gatewayEvent, Session, frame.Sequence ?? Session.Received);
    }

    private ConnectionEnd.QueueFull? Count(GatewayEvent? gatewayEvent, SessionProgress session, long sequence)
    {
        HasProgressed = true;
        IsEstablished |= gatewayEvent is GatewayEvent.Ready or GatewayEvent.Resumed;
        if (gatewayEvent is null)
        {
            session.Skipped(sequence);
            return null;
        }
        if (queue.TryAdd(new(gatewayEvent with { ShardId = shardId }, session, sequence)))
        {
            return null;
        }
        // The event isn't counted as received, so that a resume brings it again.
        Log.QueueFull(_logger, shardId, queue.Count);
        return new();
    }

    private GatewayEvent.Ready Begin(GatewayFrame frame)
    {
        var ready = EventReader.Data(frame, DiscordJson.Default.ReadyPayload);
        if (ready is not { User: { } user, SessionId.Length: > 0 })
        {
            throw new JsonException("READY without user or session.");
        }
        Session = new(ready.SessionId, ready.ResumeGatewayUrl, frame.Sequence ?? 0);
        return new(user, ready.Application?.Id ?? user.Id, ready.Guilds);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Event} on shard {Shard} ({Bytes} bytes) can't be read and is left out: {Reason}")]
        public static partial void Unreadable(ILogger logger, string @event, int shard, int bytes, string reason);

        [LoggerMessage(LogLevel.Warning, "Shard {Shard} has {Count} events waiting for the handler; it reconnects when there is room, and Discord sends the rest again")]
        public static partial void QueueFull(ILogger logger, int shard, int count);
    }
}
