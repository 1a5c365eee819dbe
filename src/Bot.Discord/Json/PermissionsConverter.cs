using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Discord.Resources;

namespace Bot.Discord.Json;

/// <summary>Bit sets that JSON carries as decimal strings.</summary>
internal sealed class PermissionsConverter : JsonConverter<Permissions>
{
    public override Permissions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetUInt64(out var number) => (Permissions)number,
        JsonTokenType.String when ulong.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => (Permissions)number,
        _ => throw new JsonException("Not a permission bit set."),
    };

    public override void Write(Utf8JsonWriter writer, Permissions value, JsonSerializerOptions options) =>
        writer.WriteStringValue(((ulong)value).ToString(CultureInfo.InvariantCulture));
}
