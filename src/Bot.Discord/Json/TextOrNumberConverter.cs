using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Json;

/// <summary>Text that Discord may also send as a number, such as a message's nonce or the value of a choice.</summary>
internal sealed class TextOrNumberConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            using var number = JsonDocument.ParseValue(ref reader);
            return number.RootElement.GetRawText();
        }
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException("Neither text nor number.");
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
