using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.OpenAI.Simulator;

/// <summary>Vectors that depend on the text alone, of the length that is asked for.</summary>
internal static class Embeddings
{
    private const int Dimensions = 16;

    public static IReadOnlyList<string> InputOf(JsonElement request)
    {
        var input = request.GetProperty("input");
        return input.ValueKind == JsonValueKind.String ? [input.GetString()!] : [.. input.EnumerateArray().Select(text => text.GetString()!)];
    }

    /// <summary>The order is reversed, which the protocol allows: the index tells which is which.</summary>
    public static JsonObject Of(JsonElement request, int? dimensions)
    {
        var length = dimensions ?? (request.TryGetProperty("dimensions", out var asked) && asked.ValueKind == JsonValueKind.Number ? asked.GetInt32() : Dimensions);
        var isBase64 = request.TryGetProperty("encoding_format", out var format) && format.GetString() == "base64";
        var data = InputOf(request).Select((text, index) => (JsonNode)new JsonObject { ["object"] = "embedding", ["index"] = index, ["embedding"] = Write(Vector(text, length), isBase64) });
        return new()
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. data.Reverse()]),
            ["model"] = request.GetProperty("model").GetString(),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["total_tokens"] = 1 },
        };
    }

    private static JsonNode Write(float[] vector, bool isBase64) => isBase64
        ? Convert.ToBase64String(System.Runtime.InteropServices.MemoryMarshal.AsBytes(vector.AsSpan()))
        : new JsonArray([.. vector.Select(value => (JsonNode)value)]);

    // Words in common make vectors alike: each character adds to a place of its own.
    private static float[] Vector(string text, int length)
    {
        var vector = new float[length];
        foreach (var character in text.Where(char.IsLetterOrDigit))
        {
            vector[character % length] += 1;
        }
        return vector;
    }
}
