using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator;

/// <summary>JSON as the simulator reads and writes it.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object in a text, or null where the text isn't one.</summary>
    public static JsonObject? TryObject(string text) => TryParse(text) as JsonObject;

    /// <summary>The value in a text, or null where the text isn't JSON (or is <c>null</c>).</summary>
    public static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The string at a key, or null where there is none or it isn't a string.</summary>
    public static string? Text(this JsonNode? node, string key) =>
        (node as JsonObject)?[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
