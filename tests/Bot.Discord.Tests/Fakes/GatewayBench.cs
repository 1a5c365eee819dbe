using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Fakes;

/// <summary>A gateway client over scripted connections and a manual clock.</summary>
internal sealed class GatewayBench : IAsyncDisposable
{
    private readonly DiscordMetrics _metrics = new();
    private Task<GatewayOutcome>? _run;

    public GatewayBench(Action<DiscordClientOptions>? configure = null)
    {
        Options = new() { Token = "secret-token", ShardCount = 1, SaveInterval = TimeSpan.FromHours(1) };
        configure?.Invoke(Options);
        Client = new(new(Options, Gateway, _metrics, Clock, () => Jitter, Logs), Api, Token);
    }

    public DiscordClientOptions Options { get; }

    public SignallingClock Clock { get; } = new();

    public FakeGateway Gateway { get; } = new();

    public FakeApplicationApi Api { get; } = new();

    public RecordingHandler Handler { get; } = new();

    public RecordingLogger Logs { get; } = new();

    public TokenGuard Token { get; } = new();

    public GatewayClient Client { get; }

    /// <summary>What chance gives; 0 makes every back-off pass at once.</summary>
    public double Jitter { get; set; }

    public Task<GatewayOutcome> Outcome => _run!.Soon();

    public void Start() => _run = Client.RunAsync(Handler, CancellationToken.None);

    /// <summary>Starts, and identifies on the first connection.</summary>
    public async Task<FakeConnection> StartReadyAsync()
    {
        Start();
        var connection = await Gateway.AcceptedAsync();
        connection.Hello();
        await connection.SentAsync();
        connection.Ready();
        await Handler.TakenAsync<GatewayEvent.Ready>();
        return connection;
    }

    /// <summary>The next connection, which must resume; the payload it sent for that.</summary>
    public async Task<(FakeConnection Connection, System.Text.Json.JsonElement Data)> ResumedAsync()
    {
        var connection = await Gateway.AcceptedAsync();
        connection.Hello();
        var payload = await connection.SentAsync();
        Assert.Equal(6, payload.GetProperty("op").GetInt32());
        return (connection, payload.GetProperty("d"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_run is not null)
        {
            await Client.StopAsync(SessionEnding.Keep).Soon();
            await _run.Soon();
        }
        Assert.All(Gateway.All, connection => Assert.True(connection.IsDisposed));
        Assert.DoesNotContain(Options.Token, Logs.All, StringComparison.Ordinal);
        Client.Dispose();
        Token.Dispose();
        _metrics.Dispose();
        Logs.Dispose();
    }
}
