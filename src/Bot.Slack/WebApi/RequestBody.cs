using System.Net.Http.Headers;
using System.Text.Json;

namespace Bot.Slack.WebApi;

/// <summary>Writes the arguments of a call in the form that its method reads best.</summary>
internal static class RequestBody
{
    public static HttpContent Of(JsonElement arguments, BodyFormat format) => format switch
    {
        BodyFormat.Json => Json(arguments),
        BodyFormat.Form => new FormUrlEncodedContent(arguments.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, FormValue(field.Value)))),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, message: null),
    };

    private static ByteArrayContent Json(JsonElement arguments)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(arguments, SlackJson.Wire.JsonElement));
        // Without the charset Slack answers each call with a warning.
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }

    private static string FormValue(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
