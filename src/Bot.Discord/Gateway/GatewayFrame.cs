using System.Text.Json;

namespace Bot.Discord.Gateway;

/// <summary>One payload with its data still unread, so that events nobody needs cost nothing more.</summary>
/// <param name="Opcode">As sent; it may be one this client doesn't know.</param>
/// <param name="Data">A slice of the payload's bytes: read it before the next payload is received.</param>
/// <param name="Sequence">Only of a dispatch.</param>
/// <param name="Name">The event's name; only of a dispatch.</param>
internal readonly record struct GatewayFrame(GatewayOpcode Opcode, ReadOnlyMemory<byte> Data, long? Sequence, string? Name)
{
    /// <summary>False for bytes that aren't a JSON object with a numeric <c>op</c>; never throws.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> json, out GatewayFrame frame)
    {
        try
        {
            return TryReadObject(json, out frame);
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException)
        {
            // The reader throws the second for strings that aren't UTF-8.
            frame = default;
            return false;
        }
    }

    private static bool TryReadObject(ReadOnlyMemory<byte> json, out GatewayFrame frame)
    {
        frame = new(default, "null"u8.ToArray(), Sequence: null, Name: null);
        var reader = new Utf8JsonReader(json.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }
        var hasOpcode = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            frame = ReadProperty(ref reader, json, frame, ref hasOpcode);
        }
        // What follows the object is an error too; the reader throws for it.
        return hasOpcode && !reader.Read();
    }

    private static GatewayFrame ReadProperty(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, GatewayFrame frame, ref bool hasOpcode)
    {
        var (isOpcode, isData) = (reader.ValueTextEquals("op"u8), reader.ValueTextEquals("d"u8));
        var (isSequence, isName) = (reader.ValueTextEquals("s"u8), reader.ValueTextEquals("t"u8));
        reader.Read();
        if (isOpcode && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var opcode))
        {
            hasOpcode = true;
            return frame with { Opcode = (GatewayOpcode)opcode };
        }
        if (isSequence && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var sequence))
        {
            return frame with { Sequence = sequence };
        }
        if (isName && reader.TokenType == JsonTokenType.String)
        {
            return frame with { Name = reader.GetString() };
        }
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return isData ? frame with { Data = json[start..(int)reader.BytesConsumed] } : frame;
    }
}
