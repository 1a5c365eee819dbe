using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.Json;
using Bot.Retrieval.Answering.Generated;

namespace Bot.Host.Models;

/// <summary>Reads what went wrong out of responses and exceptions. Bodies stay out of the messages: they may quote what people wrote.</summary>
internal static class EndpointErrors
{
    private const int LongestCode = 60;

    public static ModelException Of(ModelEndpoint endpoint, PipelineResponse response, DateTimeOffset now)
    {
        var (code, _) = Read(response);
        var failure = (response.Status, code) switch
        {
            (401 or 403, _) => ModelFailure.Unauthorized,
            (429, _) => ModelFailure.RateLimited,
            (408 or >= 500, _) => ModelFailure.Unavailable,
            (_, "content_filter" or "content_policy_violation") => ModelFailure.Filtered,
            _ => ModelFailure.Rejected,
        };
        return new(failure, $"{endpoint.DisplayName} answered {response.Status}{(code is null ? "" : $" ({code})")}") { RetryAfter = RetryAfter(response, now) };
    }

    /// <summary>An error that came as an event, where the status had been sent already.</summary>
    public static ModelException InStream(ModelEndpoint endpoint, JsonElement error)
    {
        var code = error.ValueKind == JsonValueKind.Object ? Text(error, "code") : null;
        var failure = code switch
        {
            "invalid_api_key" or "unauthorized" => ModelFailure.Unauthorized,
            "rate_limit_exceeded" or "insufficient_quota" => ModelFailure.RateLimited,
            "content_filter" or "content_policy_violation" => ModelFailure.Filtered,
            _ => ModelFailure.Unavailable,
        };
        return new(failure, $"{endpoint.DisplayName} failed while streaming{(code is null ? "" : $" ({code})")}");
    }

    public static ModelException Of(ModelEndpoint endpoint, Exception exception) => exception switch
    {
        ModelException known => known,
        JsonException => new(ModelFailure.Malformed, $"{endpoint.DisplayName} sent something that is no JSON", exception),
        ClientResultException => new(ModelFailure.Unavailable, $"{endpoint.DisplayName} can't be reached", exception),
        // The pipeline's own exceptions come in a bundle, one for each try.
        AggregateException { InnerException: { } inner } => Of(endpoint, inner),
        _ => new(ModelFailure.Unavailable, $"{endpoint.DisplayName} can't be reached ({exception.GetType().Name})", exception),
    };

    /// <summary>The parameter that a 400 is about, where it says so.</summary>
    public static string? Parameter(PipelineResponse response)
    {
        var (_, parameter) = Read(response);
        return parameter;
    }

    private static TimeSpan? RetryAfter(PipelineResponse response, DateTimeOffset now)
    {
        if (response.Headers.TryGetValue("retry-after-ms", out var milliseconds) && double.TryParse(milliseconds, CultureInfo.InvariantCulture, out var exact) && exact >= 0)
        {
            return TimeSpan.FromMilliseconds(exact);
        }
        if (!response.Headers.TryGetValue("Retry-After", out var value))
        {
            return null;
        }
        if (double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0)
        {
            return TimeSpan.FromSeconds(seconds);
        }
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var at) && at > now ? at - now : null;
    }

    private static (string? Code, string? Parameter) Read(PipelineResponse response)
    {
        try
        {
            var body = JsonElement.Parse(response.Content.ToMemory().Span);
            return body.ValueKind == JsonValueKind.Object && body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                ? (Text(error, "code"), Text(error, "param"))
                : (null, null);
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException)
        {
            return (null, null);
        }
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and < LongestCode } text && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-')
            ? text
            : null;
}
