using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Fakes;

/// <summary>The REST client over a fake Discord and a manual clock.</summary>
internal sealed class RestBench : IDisposable
{
    private readonly HttpClient _http;
    private readonly DiscordMetrics _metrics = new();

    public RestBench(Action<DiscordClientOptions>? configure = null)
    {
        var options = new DiscordClientOptions { Token = "secret-token" };
        configure?.Invoke(options);
        _http = new(Discord) { Timeout = Timeout.InfiniteTimeSpan };
        Client = new(_http, options, Token, _metrics, Clock, () => Jitter, new Logger<DiscordRestClient>(Logs));
        (Messages, Channels, Applications) = (new MessageApi(Client), new ChannelApi(Client), new ApplicationApi(Client));
        Interactions = new InteractionApi(Client, options, Clock);
    }

    public SignallingClock Clock { get; } = new();

    public FakeDiscordHttp Discord { get; } = new();

    public RecordingLogger Logs { get; } = new();

    public TokenGuard Token { get; } = new();

    public DiscordRestClient Client { get; }

    public IMessageApi Messages { get; }

    public IChannelApi Channels { get; }

    public IApplicationApi Applications { get; }

    public IInteractionApi Interactions { get; }

    /// <summary>What chance gives; 0 lets every pause pass at once.</summary>
    public double Jitter { get; set; }

    public Task<Resources.Message> PostAsync(ulong channel = 2, string? nonce = "n") =>
        Messages.CreateAsync(new(channel), new() { Content = "hello", Nonce = nonce }, CancellationToken.None).Soon();

    public void Dispose()
    {
        Assert.DoesNotContain("secret-token", Logs.All, StringComparison.Ordinal);
        _http.Dispose();
        _metrics.Dispose();
        Token.Dispose();
        Logs.Dispose();
    }
}
