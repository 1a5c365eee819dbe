using System.Text.Json;

namespace Bot.Discord.Simulator.State;

/// <summary>What a message said from <paramref name="At"/> on.</summary>
public sealed record MessageRevision(DateTimeOffset At, string Content, JsonElement Embeds, JsonElement Components);
