using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Discord.Interactions;

namespace Bot.Discord.Json;

internal sealed class InteractionTokenConverter : JsonConverter<InteractionToken>
{
    public override bool HandleNull => true;

    public override InteractionToken Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => new(""),
        JsonTokenType.String => new(reader.GetString()!),
        _ => throw new JsonException("Not a token."),
    };

    public override void Write(Utf8JsonWriter writer, InteractionToken value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
