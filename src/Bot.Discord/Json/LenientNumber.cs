using System.Text.Json;

namespace Bot.Discord.Json;

internal static class LenientNumber
{
    /// <summary>A whole number, or 0 for one that doesn't fit; anything but a number is a <see cref="JsonException"/>.</summary>
    public static int Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.TryGetInt32(out var number) ? number : 0,
        _ => throw new JsonException("Not a number."),
    };
}
