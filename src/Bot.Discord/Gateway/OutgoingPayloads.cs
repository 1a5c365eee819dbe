using System.Text.Json;
using Bot.Discord.Json;

namespace Bot.Discord.Gateway;

/// <summary>Writes what the client sends over the gateway.</summary>
internal static class OutgoingPayloads
{
    /// <summary>Discord closes the connection (4002) for more.</summary>
    public const int MaxBytes = 4096;

    private const int CustomStatus = 4;

    public static byte[] Heartbeat(long? sequence) => JsonSerializer.SerializeToUtf8Bytes(
        new(GatewayOpcode.Heartbeat, sequence), DiscordJson.Default.OutgoingPayloadNullableInt64);

    public static byte[] Identify(DiscordClientOptions options, ShardId shard, Presence? presence)
    {
        var properties = new IdentifyProperties(OperatingSystem.IsWindows() ? "windows" : "linux", "bot", "bot");
        var identify = new IdentifyPayload(options.Token, options.Intents, properties, [shard.Id, shard.Count], presence is null ? null : Payload(presence));
        return JsonSerializer.SerializeToUtf8Bytes(new(GatewayOpcode.Identify, identify), DiscordJson.Default.OutgoingPayloadIdentifyPayload);
    }

    public static byte[] Resume(string token, string sessionId, long sequence) => JsonSerializer.SerializeToUtf8Bytes(
        new(GatewayOpcode.Resume, new(token, sessionId, sequence)), DiscordJson.Default.OutgoingPayloadResumePayload);

    public static byte[] Update(Presence presence) => JsonSerializer.SerializeToUtf8Bytes(
        new(GatewayOpcode.PresenceUpdate, Payload(presence)), DiscordJson.Default.OutgoingPayloadPresencePayload);

    private static PresencePayload Payload(Presence presence)
    {
        var status = presence.Status switch
        {
            PresenceStatus.Idle => "idle",
            PresenceStatus.DoNotDisturb => "dnd",
            _ => "online",
        };
        IReadOnlyList<PresenceActivity> activities = presence.Text is { } text ? [new("Custom Status", CustomStatus, text)] : [];
        return new(status, activities, Afk: false);
    }
}
