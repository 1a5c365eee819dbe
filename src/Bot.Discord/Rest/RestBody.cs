using System.Net.Http.Headers;

namespace Bot.Discord.Rest;

/// <summary>Turns a request into HTTP content; a new one for each try, because content can be sent only once.</summary>
internal static class RestBody
{
    public static HttpContent? For(RestRequest request)
    {
        if (request.Files.Count == 0)
        {
            return request.Json is { } json ? Json(json) : null;
        }
        var form = new MultipartFormDataContent { { Json(request.Json ?? "{}"u8.ToArray()), "payload_json" } };
        foreach (var (index, file) in request.Files.Index())
        {
            var content = new ReadOnlyMemoryContent(file.Content);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
            form.Add(content, $"files[{index}]", file.Name);
        }
        return form;
    }

    private static ByteArrayContent Json(byte[] json) => new(json) { Headers = { ContentType = new("application/json") } };
}
