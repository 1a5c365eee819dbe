using System.Globalization;
using System.Net;
using System.Text;
using System.Threading.Channels;

namespace Bot.Discord.Tests.Fakes;

/// <summary>Discord's REST end: each call waits until the test answers it.</summary>
internal sealed class FakeDiscordHttp : HttpMessageHandler
{
    private readonly Channel<FakeCall> _calls = Channel.CreateUnbounded<FakeCall>();

    /// <summary>Calls not looked at yet.</summary>
    public int Waiting => _calls.Reader.Count;

    public async Task<FakeCall> CallAsync() => await _calls.Reader.ReadAsync().AsTask().Soon();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var call = new FakeCall(request, body);
        _calls.Writer.TryWrite(call);
        return await call.Answered.WaitAsync(cancellationToken);
    }
}

/// <summary>One call, with what was sent.</summary>
internal sealed class FakeCall(HttpRequestMessage request, string body)
{
    private readonly TaskCompletionSource<HttpResponseMessage> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HttpRequestMessage Request { get; } = request;

    public string Body { get; } = body;

    public string Path => Request.RequestUri!.AbsoluteUri.Replace("https://discord.com/api/v10/", "", StringComparison.Ordinal);

    public Task<HttpResponseMessage> Answered => _answer.Task;

    public void Answer(int status, string body = "{}", params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }
        _answer.TrySetResult(response);
    }

    /// <summary>Success with the headers of a rate limit.</summary>
    public void Limits(string bucket, int remaining, double resetAfter, string body = """{"id":"1","channel_id":"2"}""") => Answer(
        200, body, ("X-RateLimit-Bucket", bucket), ("X-RateLimit-Remaining", $"{remaining}"), ("X-RateLimit-Limit", "5"),
        ("X-RateLimit-Reset", "1"), ("X-RateLimit-Reset-After", resetAfter.ToString(CultureInfo.InvariantCulture)));

    public void Fail(Exception exception) => _answer.TrySetException(exception);
}
