using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Discord.Simulator;

/// <summary>Small readings of JSON that the whole simulator needs.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement EmptyArray { get; } = Parse("[]"u8);

    public static JsonElement EmptyObject { get; } = Parse("{}"u8);

    public static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>The member, or null where it is missing or null.</summary>
    public static JsonElement? Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static string? GetText(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static int? GetInt(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    public static bool? GetFlag(this JsonElement element, string name) => element.Get(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>An id, which Discord writes as a string and accepts as a number too.</summary>
    public static ulong? GetId(this JsonElement element, string name) => element.Get(name) is { } value ? AsId(value) : null;

    public static ulong? AsId(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when ulong.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var id) => id,
        JsonValueKind.Number when value.TryGetUInt64(out var id) => id,
        _ => null,
    };

    /// <summary>The elements of an array member; none where it is missing.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static string Id(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    public static string? Id(ulong? id) => id is { } value ? Id(value) : null;

    public static JsonArray Ids(IEnumerable<ulong> ids) => [.. ids.Select(id => JsonValue.Create(Id(id)))];

    public static JsonNode? Node(JsonElement? element) => element switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } array => JsonArray.Create(array),
        { ValueKind: JsonValueKind.Object } value => JsonObject.Create(value),
        { ValueKind: JsonValueKind.Null } => null,
        { } value => JsonValue.Create(value),
    };

    /// <summary>The text as UTF-8, with people's characters as they are.</summary>
    public static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Readable);

    public static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);

    /// <summary>All strings with this member name, at any depth, in the order of the text.</summary>
    public static IEnumerable<string> StringsNamed(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => StringsNamed(item, name)),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.NameEquals(name) && member.Value.ValueKind == JsonValueKind.String
                ? [member.Value.GetString()!]
                : StringsNamed(member.Value, name)),
        _ => [],
    };
}
