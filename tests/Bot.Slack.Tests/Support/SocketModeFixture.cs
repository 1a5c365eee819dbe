using Bot.Slack.SocketMode;
using Bot.Testing;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Tests.Support;

/// <summary>A running Socket Mode client over fake sockets and a clock that tests move.</summary>
internal sealed class SocketModeFixture : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly LoggerFactory _loggers;

    public SocketModeFixture(int connections = 1, Action<SlackClientOptions>? configure = null)
    {
        Options.Connections = connections;
        configure?.Invoke(Options);
        Slack = new FakeSlackSockets(Clock);
        _loggers = new LoggerFactory([Logger]);
        Client = new SocketModeClient(Slack, Slack, Options, Clock, () => 1, Metrics, _loggers.CreateLogger<SocketModeClient>());
    }

    public ManualTimeProvider Clock { get; } = new();

    public SlackClientOptions Options { get; } = new();

    public SlackMetrics Metrics { get; } = new();

    public RecordingLoggerProvider Logger { get; } = new();

    public FakeHandler Handler { get; } = new();

    public FakeSlackSockets Slack { get; }

    public SocketModeClient Client { get; }

    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Starts the client, and says hello on its first socket.</summary>
    public async Task<FakeSocket> ConnectAsync()
    {
        Start();
        var socket = await Slack.NextSocketAsync();
        socket.SayHello();
        await UntilAsync(() => Client.Health.Connected >= 1);
        return socket;
    }

    public void Start() => Running = Client.RunAsync(Handler, _stopping.Token);

    /// <summary>Greets the next socket that the client opens.</summary>
    public async Task<FakeSocket> NextGreetedAsync()
    {
        var socket = await Slack.NextSocketAsync();
        socket.SayHello();
        return socket;
    }

    public Task UntilAsync(Func<bool> condition) => ClockSteps.UntilAsync(Clock, condition);

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await UntilAsync(() => Running.IsCompleted);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _loggers.Dispose();
        _stopping.Dispose();
        Metrics.Dispose();
        Assert.Equal(0, Slack.NotDisposed);
    }
}
