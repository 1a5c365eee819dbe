namespace Bot.Discord.Gateway;

/// <summary>Kinds of gateway payloads (topics/opcodes-and-status-codes). Others may arrive and are ignored.</summary>
internal enum GatewayOpcode
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    PresenceUpdate = 3,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}
