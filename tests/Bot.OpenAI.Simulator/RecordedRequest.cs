using System.Text.Json;

namespace Bot.OpenAI.Simulator;

/// <summary>A request as it came.</summary>
/// <param name="Path">With the query.</param>
/// <param name="Authorization">The header; empty where there was none.</param>
/// <param name="ApiKey">Azure's header; empty where there was none.</param>
/// <param name="Body">The JSON.</param>
public sealed record RecordedRequest(string Path, string Authorization, string ApiKey, JsonElement Body);
