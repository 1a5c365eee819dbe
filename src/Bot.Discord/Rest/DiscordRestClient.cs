using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Rest;

/// <summary>Makes calls: in their turn, within all limits, again where that helps and is safe.</summary>
internal sealed partial class DiscordRestClient(
    HttpClient http, DiscordClientOptions options, TokenGuard token, DiscordMetrics metrics, TimeProvider clock, Func<double> jitter, ILogger<DiscordRestClient> logger)
{
    private static readonly string Version = typeof(DiscordRestClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "1.0";

    private readonly Uri _base = new(options.ApiBaseAddress.AbsoluteUri.TrimEnd('/') + "/");
    private readonly RateLimitBuckets _buckets = new(clock);
    private readonly GlobalRateLimit _global = new(options.RequestsPerSecond, clock);
    private readonly InvalidRequestBudget _refused = new(options.InvalidRequestLimit, clock);

    /// <summary>What Discord asks every client to say of itself, on the gateway too.</summary>
    public static string UserAgent(Uri projectUrl) => $"DiscordBot ({projectUrl}, {Version})";

    public async Task<T> SendAsync<T>(RestRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var body = await SendAsync(request, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("null");
        }
        catch (JsonException ex)
        {
            throw RestErrors.Unreadable(request.Route, ex);
        }
    }

    /// <returns>The answer's body; empty when an earlier try turns out to have worked.</returns>
    public async Task<byte[]> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        var (failures, limited) = (0, 0);
        while (true)
        {
            var outcome = await TryAsync(request, cancellationToken);
            if (outcome is RestOutcome.Done done)
            {
                return done.Body;
            }
            var error = outcome switch
            {
                RestOutcome.Limited held => held.Error,
                RestOutcome.Failed failed => failed.Error,
                _ => throw new InvalidOperationException("A try has three outcomes."),
            };
            if (failures > 0 && error.Code != 0 && error.Code == request.DoneBeforeCode)
            {
                return [];
            }
            if (RestRetry.Pause(request, outcome, failures, limited, jitter) is not { } pause)
            {
                throw error;
            }
            Log.TryingAgain(logger, request.Route, error.Message, pause.TotalSeconds);
            (failures, limited) = outcome is RestOutcome.Limited ? (failures, limited + 1) : (failures + 1, limited);
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private async Task<RestOutcome> TryAsync(RestRequest request, CancellationToken cancellationToken)
    {
        var route = request.Route;
        using var turn = await _buckets.EnterAsync(route, options.MaxRateLimitWait, cancellationToken);
        await _global.WaitAsync(route, options.MaxRateLimitWait, cancellationToken);
        ThrowIfForbidden(route);

        var started = clock.GetTimestamp();
        using var timeout = new CancellationTokenSource(request.Timeout ?? options.RequestTimeout, clock);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var message = Build(request);
            using var answer = await http.SendAsync(message, limited.Token);
            var response = new RestResponse(answer.StatusCode, RateLimitHeaders.Read(answer.Headers), await answer.Content.ReadAsByteArrayAsync(limited.Token));
            metrics.RequestSent(route.Name, (int)response.Status, clock.GetElapsedTime(started));
            return Judge(route, response, turn);
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            metrics.RequestSent(route.Name, status: null, clock.GetElapsedTime(started));
            return new RestOutcome.Failed(RestErrors.NoAnswer(route, ex), IsUnsent(ex));
        }
    }

    private void ThrowIfForbidden(RestRoute route)
    {
        if (token.IsRejected && !route.IsInteraction)
        {
            throw RestErrors.TokenRejected();
        }
        if (_refused.Blocked() is { } wait)
        {
            throw RestErrors.TooManyRefused(wait);
        }
    }

    private HttpRequestMessage Build(RestRequest request)
    {
        var message = new HttpRequestMessage(request.Route.Method, new Uri(_base, request.Route.Path)) { Content = RestBody.For(request) };
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent(options.ProjectUrl));
        if (!request.Route.IsInteraction)
        {
            message.Headers.Authorization = new("Bot", options.Token);
        }
        return message;
    }

    private RestOutcome Judge(RestRoute route, RestResponse response, RateLimitTurn turn)
    {
        if (response.Status == HttpStatusCode.TooManyRequests)
        {
            return Limit(route, response, turn);
        }
        turn.Update(response.Limits, hold: null);
        if (response.IsSuccess)
        {
            return new RestOutcome.Done(response.Body);
        }
        if (response.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            _refused.Count();
        }
        if (response.Status == HttpStatusCode.Unauthorized && !route.IsInteraction)
        {
            Log.TokenRejected(logger);
            token.Reject();
            return new RestOutcome.Failed(RestErrors.TokenRejected(), Unsent: false);
        }
        return new RestOutcome.Failed(RestErrors.Refused(route, response.Status, response.Error?.Code ?? 0), Unsent: false);
    }

    private RestOutcome.Limited Limit(RestRoute route, RestResponse response, RateLimitTurn turn)
    {
        var wait = response.Wait;
        var scope = response switch
        {
            { IsBan: true } => "ban",
            { IsGlobal: true } => "global",
            _ => response.Limits.Scope ?? "user",
        };
        // A shared limit is hit by others; Discord doesn't count it against the bot.
        if (scope != "shared")
        {
            _refused.Count();
        }
        metrics.RateLimited(scope);
        Log.Limited(logger, route, scope, wait.TotalSeconds);
        // Also where all calls are held: interactions stand outside the global limit, and must not try again at once.
        turn.Update(response.Limits, wait);
        if (scope == "ban")
        {
            _global.Ban(wait);
        }
        else if (scope == "global")
        {
            _global.Hold(wait);
        }
        return new(RestErrors.RateLimited(route, wait, response.Error?.Code ?? 0));
    }

    private static bool IsUnsent(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Trying {Route} again in {Seconds:0.0} s: {Reason}")]
        public static partial void TryingAgain(ILogger logger, RestRoute route, string reason, double seconds);

        [LoggerMessage(LogLevel.Warning, "Discord answered 429 to {Route} (scope {Scope}); waiting {Seconds:0.0} s")]
        public static partial void Limited(ILogger logger, RestRoute route, string scope, double seconds);

        [LoggerMessage(LogLevel.Critical, "Discord rejected the bot's token; no more calls are made with it")]
        public static partial void TokenRejected(ILogger logger);
    }
}
