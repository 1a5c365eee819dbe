using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.WebApi;

/// <summary>
/// Calls methods of the Web API: waits where Slack says so, repeats what may be repeated, and turns refusals into
/// <see cref="SlackApiException"/>. Safe for concurrent use.
/// </summary>
internal sealed partial class SlackApi(
    HttpClient http, SlackClientOptions options, RateLimits limits, SlackMetrics metrics, WarningLog warnings, TimeProvider clock, Func<double> jitter, ILogger logger)
{
    public const string ScopesHeader = "x-oauth-scopes";

    /// <param name="channel">For methods whose limit counts by channel.</param>
    /// <exception cref="SlackApiException">Slack refused, or the call didn't come through in as many tries as the settings allow.</exception>
    public async Task<SlackAnswer<TAnswer>> CallAsync<TArguments, TAnswer>(
        SlackMethod method, string token, TArguments arguments, JsonTypeInfo<TArguments> argumentsType, JsonTypeInfo<TAnswer> answerType,
        string? channel, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToElement(arguments, argumentsType);
        var key = method.LimitedByChannel ? $"{method.Name} {channel}" : method.Name;
        var (failures, limited, waited) = (0, 0, TimeSpan.Zero);
        while (true)
        {
            var queued = clock.GetTimestamp();
            using (await limits.EnterAsync(key, cancellationToken))
            {
                waited += limited > 0 ? clock.GetElapsedTime(queued) : TimeSpan.Zero;
                try
                {
                    return await TryAsync(method, token, body, answerType, cancellationToken);
                }
                catch (SlackApiException failure)
                {
                    var isLimit = SlackErrors.IsRateLimit(failure.Code);
                    (failures, limited) = isLimit ? (failures, limited + 1) : (failures + 1, limited);
                    switch (CallRules.After(failure, method.Repetition, failures, limited, waited, options, jitter()))
                    {
                        case CallDecision.HoldAndRepeat(var hold):
                            Log.Limited(logger, method.Name, hold);
                            limits.Hold(key, hold);
                            continue;
                        case CallDecision.Repeat(var after):
                            Log.Repeated(logger, method.Name, failure.Code, after);
                            await Task.Delay(after, clock, cancellationToken);
                            continue;
                        default:
                            throw;
                    }
                }
            }
        }
    }

    private async Task<SlackAnswer<TAnswer>> TryAsync<TAnswer>(
        SlackMethod method, string token, JsonElement body, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var outcome = "ok";
        try
        {
            return await SendAsync(method, token, body, answerType, cancellationToken);
        }
        catch (SlackApiException failure)
        {
            outcome = failure.Code;
            throw;
        }
        catch (OperationCanceledException)
        {
            outcome = "cancelled";
            throw;
        }
        finally
        {
            metrics.Called(method.Name, outcome, clock.GetElapsedTime(started));
        }
    }

    private async Task<SlackAnswer<TAnswer>> SendAsync<TAnswer>(
        SlackMethod method, string token, JsonElement body, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.CallTimeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.ApiBaseAddress, method.Name));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = RequestBody.Of(body, method.Format);
        try
        {
            using var response = await http.SendAsync(request, both.Token);
            return await ReadAsync(method, response, answerType, both.Token);
        }
        catch (OperationCanceledException ex) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SlackApiException(method.Name, SlackErrors.Timeout, ex);
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException)
        {
            throw new SlackApiException(method.Name, SlackErrors.Network, ex);
        }
    }

    private async Task<SlackAnswer<TAnswer>> ReadAsync<TAnswer>(
        SlackMethod method, HttpResponseMessage response, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            throw SlackApiException.Of(method.Name, new SlackReply(Ok: false, SlackErrors.RateLimited, null, null, null, null), RetryAfterOf(response));
        }
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var reply = Parse(bytes, SlackJson.Wire.SlackReply)
            ?? throw new SlackApiException(method.Name, response.IsSuccessStatusCode ? SlackErrors.BadAnswer : SlackErrors.ServerError);
        if (!reply.Ok)
        {
            throw SlackApiException.Of(method.Name, reply, RetryAfterOf(response));
        }
        warnings.Note(method.Name, reply);
        var result = Parse(bytes, answerType) ?? throw new SlackApiException(method.Name, SlackErrors.BadAnswer);
        return new SlackAnswer<TAnswer>(result, ScopesOf(response));
    }

    private static T? Parse<T>(byte[] bytes, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type);
        }
        catch (JsonException)
        {
            // A proxy's HTML page, or an answer cut short.
            return default;
        }
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;

    private static IReadOnlyList<string> ScopesOf(HttpResponseMessage response) => response.Headers.TryGetValues(ScopesHeader, out var values)
        ? [.. values.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
        : [];

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Slack limits {Method}: waiting {Hold}")]
        public static partial void Limited(ILogger logger, string method, TimeSpan hold);

        [LoggerMessage(LogLevel.Debug, "{Method} failed with {Code}: trying again in {After}")]
        public static partial void Repeated(ILogger logger, string method, string code, TimeSpan after);
    }
}
