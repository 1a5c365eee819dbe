using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.State;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Simulator.Rest;

/// <summary>What every request goes through: faults, authority, limits, its handler, and the log.</summary>
internal sealed class RestPipeline(World world, RestRouter router, RateLimiter limiter, RestFaults faults, Unexpected unexpected, DiscordSimulatorOptions options)
{
    /// <summary>Answers 401, 403 and 429 in ten minutes after which the address is banned.</summary>
    private const int InvalidRequestLimit = 10_000;

    public event Action<RestRequest>? Answered;

    public SignalLog<RestRequest> Log { get; } = new(options.HistoryLimit);

    /// <summary>Answers that count against the client's address, so far.</summary>
    public int InvalidRequests { get; private set; }

    public int Requests { get; private set; }

    public async Task HandleAsync(HttpContext context, string path)
    {
        var method = context.Request.Method;
        if (router.Find(method, path) is not var (route, values))
        {
            unexpected.Add($"{method} {path}");
            await AnswerAsync(context, new($"{method} {path}", path, []), RestResult.Of(404, ApiException.NotFound(0, "route").Body()), applied: false);
            return;
        }
        var exchange = new Exchange(route.Key, path, values);
        RestFault? fault;
        lock (world.Gate)
        {
            Requests++;
            fault = InvalidRequests >= InvalidRequestLimit ? new RestFault.CloudflareBan(TimeSpan.FromMinutes(10)) : faults.Take(route.Key);
        }
        // Read before anything refuses: a client that is still sending would see a cut connection in place of the answer.
        if (await ReadBodyAsync(context, exchange) is { } unreadable)
        {
            await AnswerAsync(context, exchange, unreadable, applied: false);
            return;
        }
        if (fault is RestFault.Slow slow)
        {
            await Task.Delay(slow.Delay, options.Clock, context.RequestAborted);
        }
        if (await AnswerFaultBeforeAsync(context, exchange, route, fault))
        {
            return;
        }
        await AnswerAfterAsync(context, exchange, Do(context, exchange, route), fault);
    }

    private async Task<bool> AnswerFaultBeforeAsync(HttpContext context, Exchange exchange, RestRoute route, RestFault? fault)
    {
        switch (fault)
        {
            case RestFault.Refused refused:
                await AnswerAsync(context, exchange, RestResult.Of(refused.Status, new ApiException(refused.Status, refused.Code, refused.Message).Body()), applied: false);
                return true;
            case RestFault.RateLimited limited:
                RateLimitState state;
                lock (world.Gate)
                {
                    state = limiter.Refuse(route, limited.RetryAfter, limited.Scope);
                }
                await AnswerAsync(context, exchange, WriteLimit(context, state)!, applied: false);
                return true;
            case RestFault.CloudflareBan ban:
                context.Response.Headers.RetryAfter = Math.Ceiling(ban.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await AnswerAsync(context, exchange, RestResult.Html(429, "Access denied"), applied: false);
                return true;
            case RestFault.ServerError { Applied: false } or RestFault.Cut { Applied: false } or RestFault.Hang { Applied: false }:
                await BreakAsync(context, exchange, fault, applied: false);
                return true;
            default:
                return false;
        }
    }

    private async Task AnswerAfterAsync(HttpContext context, Exchange exchange, RestResult result, RestFault? fault)
    {
        var applied = result.Status < 300;
        if (fault is RestFault.ServerError or RestFault.Cut or RestFault.Hang)
        {
            await BreakAsync(context, exchange, fault, applied);
        }
        else
        {
            await AnswerAsync(context, exchange, result, applied);
        }
    }

    private async Task BreakAsync(HttpContext context, Exchange exchange, RestFault fault, bool applied)
    {
        if (fault is RestFault.ServerError error)
        {
            await AnswerAsync(context, exchange, RestResult.Html(error.Status, "Server Error"), applied);
            return;
        }
        Note(exchange, status: 0, applied);
        if (fault is RestFault.Hang)
        {
            var gone = new TaskCompletionSource();
            await using var waiting = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        }
        context.Abort();
    }

    private static async Task<RestResult?> ReadBodyAsync(HttpContext context, Exchange exchange)
    {
        try
        {
            exchange.Body = await BodyReader.ReadAsync(context.Request);
            return null;
        }
        catch (ApiException refused)
        {
            return RestResult.Of(refused.Status, refused.Body());
        }
        catch (BadHttpRequestException bad) when (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return RestResult.Of(413, new ApiException(413, 40005, "Request entity too large").Body());
        }
    }

    private RestResult Do(HttpContext context, Exchange exchange, RestRoute route)
    {
        var userAgent = context.Request.Headers.UserAgent.ToString();
        if (!userAgent.StartsWith("DiscordBot (", StringComparison.Ordinal))
        {
            unexpected.Add($"{exchange.Route} with the User-Agent \"{userAgent}\"");
            return RestResult.Html(403, "Forbidden");
        }
        if (route.NeedsBot && context.Request.Headers.Authorization != $"Bot {options.Token}")
        {
            return RestResult.Of(401, ApiException.Unauthorized().Body());
        }
        lock (world.Gate)
        {
            try
            {
                return WriteLimit(context, limiter.Take(route, RestRoute.Major(exchange.Values)))
                    ?? route.Handle(new(route, exchange.Values, context.Request.Query, exchange.Body));
            }
            catch (ApiException refused)
            {
                return RestResult.Of(refused.Status, refused.Body());
            }
        }
    }

    /// <summary>Writes the headers; gives the 429 where the request was one too many.</summary>
    private static RestResult? WriteLimit(HttpContext context, RateLimitState state)
    {
        foreach (var (name, value) in state.Headers())
        {
            context.Response.Headers[name] = value;
        }
        return state.Refused
            ? RestResult.Of(429, new JsonObject
            {
                ["message"] = state.Scope == "shared" ? "The resource is being rate limited." : "You are being rate limited.",
                ["retry_after"] = Math.Round(state.ResetAfter.TotalSeconds, 3),
                ["global"] = state.IsGlobal,
            })
            : null;
    }

    private async Task AnswerAsync(HttpContext context, Exchange exchange, RestResult result, bool applied)
    {
        Note(exchange, result.Status, applied, context.Response.Headers["X-RateLimit-Scope"] == "shared");
        context.Response.StatusCode = result.Status;
        if (result.Body.Length > 0)
        {
            context.Response.ContentType = result.ContentType;
            context.Response.ContentLength = result.Body.Length;
            await context.Response.Body.WriteAsync(result.Body, context.RequestAborted);
        }
    }

    private void Note(Exchange exchange, int status, bool applied, bool shared = false)
    {
        lock (world.Gate)
        {
            if (status is 401 or 403 || (status == 429 && !shared))
            {
                InvalidRequests++;
            }
        }
        var request = new RestRequest(exchange.Route, exchange.Path, exchange.Body.Json, status, applied, world.Now);
        Log.Add(request);
        Answered?.Invoke(request);
    }

    private sealed record Exchange(string Route, string Path, Dictionary<string, string> Values)
    {
        public RestBody Body { get; set; } = RestBody.Empty;
    }
}
