using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Gateway;

namespace Bot.Discord.Simulator.State;

/// <summary>Something that happened, on its way to the sessions that should hear of it.</summary>
/// <param name="GuildId">Decides the shard; null goes to shard 0.</param>
/// <param name="Needs">The intent a session must have; <see cref="Intents.None"/> goes to all.</param>
/// <param name="Render">The event's data as a session with these intents sees it.</param>
internal sealed record Dispatch(string Name, ulong? GuildId, Intents Needs, Func<Intents, JsonObject> Render);
