using Bot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.SocketMode;

internal sealed class SocketModeClient(
    IConnectionAddresses addresses, ISocketTransport transport, SlackClientOptions options, TimeProvider clock, Func<double> jitter, SlackMetrics metrics,
    ILogger<SocketModeClient> logger) : ISocketModeClient
{
    private volatile SocketSlot[] _slots = [];

    public SocketModeHealth Health
    {
        get
        {
            SocketConnection[] connected = [.. _slots.Select(slot => slot.Current).OfType<SocketConnection>().Where(connection => connection.IsOpen)];
            var heard = connected.Length == 0 ? (TimeSpan?)null : clock.GetElapsedTime(connected.Max(connection => connection.LastHeard));
            return new SocketModeHealth(connected.Length, options.Connections, heard);
        }
    }

    public async Task RunAsync(IEnvelopeHandler handler, CancellationToken cancellationToken)
    {
        var dispatcher = new EnvelopeDispatcher(handler, options, clock, metrics, logger);
        var opener = new SocketOpener(addresses, transport, dispatcher, options, clock, jitter, metrics, logger);
        SocketSlot[] slots = [.. Enumerable.Range(0, options.Connections).Select(_ => new SocketSlot(opener, options.Timings, clock, jitter, metrics, logger))];
        _slots = slots;
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // The workers outlive the sockets, which wait for the acknowledgements they owe.
        using var abandon = new CancellationTokenSource();
        var working = dispatcher.RunAsync(abandon.Token);
        try
        {
            await RunSlotsAsync(slots, stopping);
        }
        finally
        {
            dispatcher.Complete();
            abandon.CancelAfter(options.Timings.Drain);
            await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _slots = [];
        }
        cancellationToken.ThrowIfCancellationRequested();
    }

    // What ends one socket for good ends the others too; the first failure is the one that is told.
    private static async Task RunSlotsAsync(SocketSlot[] slots, CancellationTokenSource stopping)
    {
        Task[] running = [.. slots.Select(slot => slot.RunAsync(stopping.Token))];
        var first = await Task.WhenAny(running);
        await stopping.CancelAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }
}
