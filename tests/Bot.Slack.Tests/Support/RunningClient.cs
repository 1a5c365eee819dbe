using Bot.Slack.Simulator;
using Bot.Slack.SocketMode;
using Bot.Slack.WebApi;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Tests.Support;

/// <summary>The real client, on real sockets, against the simulated Slack.</summary>
internal sealed class RunningClient : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ServiceProvider _services;

    private RunningClient(SlackSimulator slack, Action<SlackClientOptions>? configure)
    {
        var options = new SlackClientOptions { AppToken = slack.AppToken, BotToken = slack.BotToken, ApiBaseAddress = slack.ApiBaseAddress };
        // The waits are shortened, the order of things stays.
        options.CallBackoff = TimeSpan.FromMilliseconds(20);
        options.Timings.BackoffFirst = TimeSpan.FromMilliseconds(5);
        options.Timings.BackoffLongest = TimeSpan.FromMilliseconds(20);
        options.Timings.Linger = TimeSpan.FromMilliseconds(20);
        options.Timings.Close = TimeSpan.FromMilliseconds(200);
        configure?.Invoke(options);
        _services = new ServiceCollection()
            .AddSingleton(options)
            .AddSingleton(TimeProvider.System)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logger))
            .AddSlackClient(_ => () => 0.5)
            .BuildServiceProvider();
        Sockets = _services.GetRequiredService<ISocketModeClient>();
        Running = Sockets.RunAsync(Handler, _stopping.Token);
    }

    public RecordingLoggerProvider Logger { get; } = new();

    public FakeHandler Handler { get; } = new();

    public ISocketModeClient Sockets { get; }

    public Task Running { get; }

    public IChat Chat => _services.GetRequiredService<IChat>();

    public IAuth Auth => _services.GetRequiredService<IAuth>();

    public IStreams Streams => _services.GetRequiredService<IStreams>();

    public static async Task<RunningClient> StartAsync(SlackSimulator slack, Action<SlackClientOptions>? configure = null)
    {
        var client = new RunningClient(slack, configure);
        await slack.ConnectedAsync(client._services.GetRequiredService<SlackClientOptions>().Connections);
        return client;
    }

    public static RunningClient Start(SlackSimulator slack, Action<SlackClientOptions>? configure = null) => new(slack, configure);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _services.DisposeAsync();
        _stopping.Dispose();
    }
}
