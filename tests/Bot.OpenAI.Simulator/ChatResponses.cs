using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.OpenAI.Simulator;

/// <summary>Writes replies the way the protocol does: events of a stream, or one object.</summary>
internal static class ChatResponses
{
    private const int Piece = 9;

    public static async Task WriteAsync(HttpContext context, JsonElement request, ChatReply reply)
    {
        switch (reply)
        {
            case ChatReply.Status status:
                await Errors.WriteAsync(context, status);
                break;
            case ChatReply.WebPage:
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<html><body>Welcome</body></html>");
                break;
            case ChatReply.Silence:
                await GoneAsync(context);
                break;
            case ChatReply.Text text when !IsStream(request):
                await context.Response.WriteAsJsonAsync(Whole(request, text));
                break;
            default:
                await StreamAsync(context, request, reply);
                break;
        }
    }

    private static bool IsStream(JsonElement request) => request.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True;

    private static async Task StreamAsync(HttpContext context, JsonElement request, ChatReply reply)
    {
        context.Response.ContentType = "text/event-stream";
        var content = reply switch
        {
            ChatReply.Text text => text.Content,
            ChatReply.Broken broken => broken.Content,
            ChatReply.EndsEarly early => early.Content,
            ChatReply.Garbled garbled => garbled.Content,
            ChatReply.FailsInMiddle fails => fails.Content,
            ChatReply.Stalls stalls => stalls.Content,
            _ => "",
        };
        await EventAsync(context, Chunk(request, new JsonObject { ["role"] = "assistant", ["content"] = "" }, null));
        for (var i = 0; i < content.Length; i += Piece)
        {
            await EventAsync(context, Chunk(request, new JsonObject { ["content"] = content.Substring(i, Math.Min(Piece, content.Length - i)) }, null));
        }
        switch (reply)
        {
            case ChatReply.Text text:
                await EndAsync(context, request, text);
                break;
            case ChatReply.Broken:
                context.Abort();
                break;
            case ChatReply.Garbled:
                await LineAsync(context, "data: {\"choices\":[{\"delta\":\n\n");
                break;
            case ChatReply.FailsInMiddle:
                await LineAsync(context, "data: {\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\"}}\n\n");
                break;
            case ChatReply.Stalls:
                await GoneAsync(context);
                break;
        }
    }

    private static async Task EndAsync(HttpContext context, JsonElement request, ChatReply.Text text)
    {
        await EventAsync(context, Chunk(request, [], text.FinishReason));
        if (request.TryGetProperty("stream_options", out var options) && options.TryGetProperty("include_usage", out var wanted) && wanted.GetBoolean())
        {
            var last = Chunk(request, [], null);
            last["choices"] = new JsonArray();
            last["usage"] = Usage(request, text.Content);
            await EventAsync(context, last);
        }
        await LineAsync(context, "data: [DONE]\n\n");
    }

    private static JsonObject Chunk(JsonElement request, JsonObject delta, string? finish) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1_767_225_600,
        ["model"] = request.GetProperty("model").GetString(),
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
    };

    private static JsonObject Whole(JsonElement request, ChatReply.Text text) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1_767_225_600,
        ["model"] = request.GetProperty("model").GetString(),
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text.Content },
            ["finish_reason"] = text.FinishReason,
        }),
        ["usage"] = Usage(request, text.Content),
    };

    // Four characters a token, as a rule of thumb has it.
    private static JsonObject Usage(JsonElement request, string content)
    {
        var (prompt, completion) = (request.GetProperty("messages").GetRawText().Length / 4, (content.Length + 3) / 4);
        return new() { ["prompt_tokens"] = prompt, ["completion_tokens"] = completion, ["total_tokens"] = prompt + completion };
    }

    private static Task EventAsync(HttpContext context, JsonObject data) => LineAsync(context, $"data: {data.ToJsonString()}\n\n");

    private static async Task LineAsync(HttpContext context, string line)
    {
        await context.Response.WriteAsync(line);
        await context.Response.Body.FlushAsync();
    }

    private static Task GoneAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    }
}
