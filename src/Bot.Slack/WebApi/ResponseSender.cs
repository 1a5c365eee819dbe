using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Bot.Slack.WebApi;

/// <summary>
/// Not sent again after a failure that leaves it open whether Slack took it, unless the message replaces another one:
/// there is no way to look. The address stays out of exceptions and logs.
/// </summary>
internal sealed class ResponseSender(HttpClient http, SlackClientOptions options, SlackMetrics metrics, TimeProvider clock, Func<double> jitter) : IResponses
{
    private const string Name = "response_url";

    public async Task SendAsync(ResponseUrl url, ResponseMessage message, CancellationToken cancellationToken)
    {
        var repetition = message.ReplaceOriginal || message.DeleteOriginal ? Repetition.Harmless : Repetition.Harmful;
        var (failures, limited, waited) = (0, 0, TimeSpan.Zero);
        while (true)
        {
            var started = clock.GetTimestamp();
            var failure = await TryAsync(url, message, cancellationToken);
            metrics.Called(Name, failure?.Code ?? "ok", clock.GetElapsedTime(started));
            if (failure is null)
            {
                return;
            }
            (failures, limited) = SlackErrors.IsRateLimit(failure.Code) ? (failures, limited + 1) : (failures + 1, limited);
            var pause = CallRules.After(failure, repetition, failures, limited, waited, options, jitter()) switch
            {
                CallDecision.HoldAndRepeat(var hold) => hold,
                CallDecision.Repeat(var after) => after,
                _ => throw failure,
            };
            waited += pause;
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private async Task<SlackApiException?> TryAsync(ResponseUrl url, ResponseMessage message, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.CallTimeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(message, SlackJson.Wire.ResponseMessage));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using var response = await http.PostAsync(url.Address, content, both.Token);
            return FailureOf(response);
        }
        catch (OperationCanceledException ex) when (!cancellationToken.IsCancellationRequested)
        {
            return new SlackApiException(Name, SlackErrors.Timeout, ex);
        }
        catch (HttpRequestException)
        {
            // Without its inner exception, whose message may hold the address.
            return new SlackApiException(Name, SlackErrors.Network);
        }
    }

    private static SlackApiException? FailureOf(HttpResponseMessage response) => response.StatusCode switch
    {
        _ when response.IsSuccessStatusCode => null,
        HttpStatusCode.TooManyRequests => SlackApiException.Of(
            Name, new SlackReply(Ok: false, SlackErrors.RateLimited, null, null, null, null), response.Headers.RetryAfter?.Delta),
        >= HttpStatusCode.InternalServerError => new SlackApiException(Name, SlackErrors.ServerError),
        HttpStatusCode.NotFound or HttpStatusCode.Gone => new SlackApiException(Name, "expired_url"),
        _ => new SlackApiException(Name, $"http_{(int)response.StatusCode}"),
    };
}
