using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.OpenAI.Simulator;

/// <summary>Errors as the protocol has them.</summary>
internal static class Errors
{
    public static Task WriteAsync(HttpContext context, ChatReply.Status status)
    {
        context.Response.StatusCode = status.Code;
        if (status.RetryAfter is not null)
        {
            context.Response.Headers.RetryAfter = status.RetryAfter;
        }
        return context.Response.WriteAsJsonAsync(new JsonObject
        {
            ["error"] = new JsonObject { ["message"] = $"simulated {status.Code}", ["type"] = "simulated", ["param"] = status.Parameter, ["code"] = status.ErrorCode },
        });
    }
}
