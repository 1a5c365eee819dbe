using System.Text.Json;
using Bot.Discord.Json;

namespace Bot.Discord.Gateway;

/// <summary>What a payload asks of a connection; pure, so that every opcode can be tried without one.</summary>
internal abstract record GatewayReaction
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(10);

    private GatewayReaction()
    {
    }

    /// <summary>Hello: beat at this interval, then identify or resume.</summary>
    public sealed record Begin(TimeSpan HeartbeatInterval) : GatewayReaction;

    /// <summary>An event.</summary>
    public sealed record Dispatch(GatewayFrame Frame) : GatewayReaction;

    /// <summary>A heartbeat is due now.</summary>
    public sealed record Beat : GatewayReaction;

    /// <summary>A heartbeat arrived.</summary>
    public sealed record Acknowledge : GatewayReaction;

    /// <summary>This connection is over.</summary>
    public sealed record Finish(ConnectionEnd End) : GatewayReaction;

    /// <summary>Nothing: an opcode that is new, or none of ours.</summary>
    public sealed record Ignore : GatewayReaction;

    public static GatewayReaction To(GatewayFrame frame) => frame.Opcode switch
    {
        GatewayOpcode.Dispatch => new Dispatch(frame),
        GatewayOpcode.Heartbeat => new Beat(),
        GatewayOpcode.Reconnect => new Finish(new ConnectionEnd.ReconnectAsked()),
        GatewayOpcode.InvalidSession => new Finish(new ConnectionEnd.SessionInvalid(frame.Data.Span.SequenceEqual("true"u8))),
        GatewayOpcode.Hello => Hello(frame),
        GatewayOpcode.HeartbeatAck => new Acknowledge(),
        _ => new Ignore(),
    };

    private static GatewayReaction Hello(GatewayFrame frame)
    {
        try
        {
            var interval = TimeSpan.FromMilliseconds(EventReader.Data(frame, DiscordJson.Default.HelloPayload).HeartbeatInterval);
            return interval > TimeSpan.Zero && interval <= LongestInterval ? new Begin(interval) : Nonsense();
        }
        catch (JsonException)
        {
            return Nonsense();
        }
    }

    private static Finish Nonsense() => new(new ConnectionEnd.Broken("Hello names no usable heartbeat interval"));
}
