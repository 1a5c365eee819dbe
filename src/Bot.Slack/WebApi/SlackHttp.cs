namespace Bot.Slack.WebApi;

/// <summary>The one HTTP client. Its connections are renewed now and then, so that changes of DNS are noticed.</summary>
internal sealed class SlackHttp : IDisposable
{
    private const int LargestAnswer = 16 * 1024 * 1024;
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public SlackHttp(SlackClientOptions options)
    {
        // Each call has its own limit of time. A redirect would carry the token elsewhere.
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLifetime, AllowAutoRedirect = false, UseCookies = false };
        Client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer };
        Client.DefaultRequestHeaders.UserAgent.ParseAdd(options.UserAgent);
    }

    public HttpClient Client { get; }

    public void Dispose() => Client.Dispose();
}
