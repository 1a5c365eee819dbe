using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Bot.Slack.Simulator.Faults;

/// <summary>Answers a request with a fault in place of the right answer.</summary>
internal static class FaultyAnswers
{
    private const string HtmlPage = "<!DOCTYPE html><html><body>Server Error</body></html>";

    /// <summary>Whether Slack does what was asked although its answer goes wrong.</summary>
    public static bool IsApplied(ApiFault fault) => fault is ApiFault.Status { Applied: true } or ApiFault.Silence { Applied: true }
        or ApiFault.CutAnswer { Applied: true } or ApiFault.Garbage { Applied: true };

    /// <summary>The status that the app sees; 0 where it sees none.</summary>
    public static int StatusOf(ApiFault fault) => fault switch
    {
        ApiFault.Status status => status.Code,
        ApiFault.RateLimited => StatusCodes.Status429TooManyRequests,
        ApiFault.Silence or ApiFault.CutAnswer => 0,
        _ => StatusCodes.Status200OK,
    };

    public static async Task WriteAsync(ApiFault fault, HttpContext context)
    {
        switch (fault)
        {
            case ApiFault.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
                break;
            case ApiFault.CutAnswer:
                context.Response.ContentType = "application/json; charset=utf-8";
                context.Response.ContentLength = 1000;
                await context.Response.Body.WriteAsync("""{"ok":tr"""u8.ToArray(), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                break;
            case ApiFault.RateLimited limited:
                SetRetryAfter(context, limited.RetryAfter);
                await WriteTextAsync(context, StatusOf(fault), """{"ok":false,"error":"ratelimited"}""", "application/json; charset=utf-8");
                break;
            default:
                await WriteTextAsync(context, StatusOf(fault), HtmlPage, "text/html");
                break;
        }
    }

    /// <summary>Retry-After is in whole seconds.</summary>
    public static void SetRetryAfter(HttpContext context, TimeSpan wait) =>
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    public static Task WriteTextAsync(HttpContext context, int status, string text, string type)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
