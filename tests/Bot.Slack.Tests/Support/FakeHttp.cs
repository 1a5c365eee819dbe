using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Bot.Slack.Tests.Support;

/// <summary>Answers HTTP requests as a test says, and keeps what was sent.</summary>
internal sealed class FakeHttp : HttpMessageHandler
{
    private readonly ConcurrentQueue<SentRequest> _sent = new();

    /// <summary>Gives the answer to the request with that number, counted from 1.</summary>
    public Func<SentRequest, int, CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } = (_, _, _) => Task.FromResult(Json("""{"ok":true}"""));

    public IReadOnlyList<SentRequest> Sent => [.. _sent];

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Html(HttpStatusCode status) =>
        new(status) { Content = new StringContent("<html>Bad gateway</html>", Encoding.UTF8, "text/html") };

    public static HttpResponseMessage Limited(int seconds)
    {
        var response = Json("""{"ok":false,"error":"ratelimited"}""", HttpStatusCode.TooManyRequests);
        response.Headers.Add("Retry-After", $"{seconds}");
        return response;
    }

    /// <summary>Answers the first requests in turn, and all later ones as the last.</summary>
    public void AnswerWith(params Func<HttpResponseMessage>[] answers) =>
        Answer = (_, number, _) => Task.FromResult(answers[Math.Min(number, answers.Length) - 1]());

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new SentRequest(
            request.RequestUri!, request.RequestUri!.Segments[^1], request.Headers.Authorization?.ToString() ?? "", request.Content?.Headers.ContentType?.ToString() ?? "", body);
        _sent.Enqueue(sent);
        return await Answer(sent, _sent.Count, cancellationToken);
    }
}

internal sealed record SentRequest(Uri Address, string Method, string Authorization, string ContentType, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
