using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Host.CommandLine;

/// <summary>A line of standard input.</summary>
internal abstract record InputLine(int Line)
{
    /// <summary>An object with the text that was looked for.</summary>
    public sealed record Asked(int Line, JsonNode? Id, string Text) : InputLine(Line);

    /// <summary>Something else.</summary>
    public sealed record Bad(int Line, JsonNode? Id, string Error) : InputLine(Line);
}

/// <summary>Reads a stream of <c>{"id","question"}</c> objects, one a line.</summary>
internal static class JsonLines
{
    /// <param name="reader">Read one line at a time, so that an answer can go out before the next question comes.</param>
    /// <param name="property">The property that holds the text.</param>
    public static async IAsyncEnumerable<InputLine> ReadAsync(
        TextReader reader, string property, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(number, line, property);
            }
        }
    }

    private static InputLine Parse(int number, string line, string property)
    {
        JsonNode? id = null;
        try
        {
            // A byte order mark may stand before the first line.
            var parsed = JsonElement.Parse(line.TrimStart('\uFEFF'));
            if (parsed.ValueKind != JsonValueKind.Object)
            {
                return new InputLine.Bad(number, null, $"Line {number} is not a JSON object like {Example(property)}.");
            }
            if (parsed.TryGetProperty("id", out var given) && !IsId(given))
            {
                return new InputLine.Bad(number, null, $"The id in line {number} is neither a string nor a number.");
            }
            id = given.ValueKind is JsonValueKind.String or JsonValueKind.Number ? JsonValue.Create(given) : null;
            return parsed.TryGetProperty(property, out var text) && text.ValueKind == JsonValueKind.String
                ? new InputLine.Asked(number, id, text.GetString()!)
                : new InputLine.Bad(number, id, $"Line {number} has no text in \"{property}\", as in {Example(property)}.");
        }
        catch (JsonException ex)
        {
            return new InputLine.Bad(number, id, $"Line {number} is not valid JSON (byte {ex.BytePositionInLine}): {Example(property)} would be.");
        }
        catch (InvalidOperationException)
        {
            return new InputLine.Bad(number, id, $"Line {number} holds half a surrogate pair, which is no text.");
        }
    }

    private static bool IsId(JsonElement id) => id.ValueKind switch
    {
        // Reading it throws for half a surrogate pair, which couldn't be written back.
        JsonValueKind.String => id.GetString() is not null,
        JsonValueKind.Number or JsonValueKind.Null => true,
        _ => false,
    };

    private static string Example(string property) => $$"""{"id":"1","{{property}}":"…"}""";
}
