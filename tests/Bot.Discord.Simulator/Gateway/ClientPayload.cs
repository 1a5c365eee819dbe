using System.Text.Json;

namespace Bot.Discord.Simulator.Gateway;

/// <summary>Something a client did on the gateway.</summary>
/// <param name="Name">"connect", "identify", "resume", "heartbeat", "presence", "disconnect", or "other".</param>
/// <param name="Connection">Counts connections from 1.</param>
public sealed record ClientPayload(string Name, int Connection, DateTimeOffset At)
{
    /// <summary>The payload's <c>d</c>.</summary>
    public JsonElement Data { get; init; } = Json.EmptyObject;

    /// <summary>The sequence of a resume or heartbeat, null where it had none.</summary>
    public int? Sequence { get; init; }

    public string? SessionId { get; init; }

    /// <summary>The code a client closed with, null where it cut the connection.</summary>
    public int? CloseCode { get; init; }

    /// <summary>Whether the client came by the address that READY gave it.</summary>
    public bool ViaResumeHost { get; init; }

    /// <summary>The query of the connection's address.</summary>
    public string Query { get; init; } = "";

    public string? UserAgent { get; init; }
}
