using System.Text.Json.Nodes;

namespace Bot.Host.CommandLine.Json;

/// <summary>What stands in the output for a line that couldn't be read or answered.</summary>
internal sealed record LineErrorJson(JsonNode? Id, int Line, string Error);
