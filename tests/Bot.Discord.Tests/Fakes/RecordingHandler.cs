using System.Threading.Channels;
using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Fakes;

/// <summary>Keeps what it is given; can be made to fail or to wait.</summary>
internal sealed class RecordingHandler : IGatewayHandler
{
    private readonly Channel<GatewayEvent> _taken = Channel.CreateUnbounded<GatewayEvent>();

    /// <summary>Called before an event counts as taken.</summary>
    public Func<GatewayEvent, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public int Offered { get; private set; }

    /// <summary>Makes the handler stay at whatever it is given: tells when it does, and lets it go on.</summary>
    public (Task Started, TaskCompletionSource Release) Hold()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Before = (_, cancellationToken) =>
        {
            started.TrySetResult();
            return release.Task.WaitAsync(cancellationToken);
        };
        return (started.Task, release);
    }

    public async ValueTask HandleAsync(GatewayEvent gatewayEvent, CancellationToken cancellationToken)
    {
        Offered++;
        await Before(gatewayEvent, cancellationToken);
        _taken.Writer.TryWrite(gatewayEvent);
    }

    public async Task<GatewayEvent> TakenAsync() => await _taken.Reader.ReadAsync().AsTask().Soon();

    public async Task<T> TakenAsync<T>()
        where T : GatewayEvent
    {
        while (true)
        {
            if (await TakenAsync() is T wanted)
            {
                return wanted;
            }
        }
    }
}
