using System.Threading.Channels;

namespace Bot.Discord.Gateway;

/// <summary>
/// Sends over one connection, one message at a time, from one task: nobody who has something to send waits for a peer that doesn't
/// read.
/// </summary>
internal sealed class GatewaySender(IGatewayTransport transport, TimeProvider clock)
{
    // Discord allows 120 in 60 s. Heartbeats, identify and resume go past the window; 5 are left for them.
    private const int PerMinute = 115;
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    // More than ever wait unless the peer asks for heartbeats without reading them; those are then left out.
    private readonly Channel<byte[]> _outgoing = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(64) { SingleReader = true });
    private readonly SlidingWindow _window = new(PerMinute, TimeSpan.FromSeconds(60), clock);

    /// <summary>Sends a heartbeat, identify or resume: nothing waits for it.</summary>
    public void Send(byte[] payload) => _outgoing.Writer.TryWrite(payload);

    /// <summary>Sends anything else, when the limit lets it; a payload that is too large throws <see cref="ArgumentException"/>.</summary>
    public async Task SendLimitedAsync(byte[] payload, CancellationToken cancellationToken)
    {
        if (payload.Length > OutgoingPayloads.MaxBytes)
        {
            throw new ArgumentException($"Discord takes gateway payloads of at most {OutgoingPayloads.MaxBytes} bytes; this has {payload.Length}.", nameof(payload));
        }
        await Task.Delay(_window.Reserve(), clock, cancellationToken);
        Send(payload);
    }

    /// <summary>Sends until cancelled; throws when the connection doesn't take a message.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var payload in _outgoing.Reader.ReadAllAsync(cancellationToken))
        {
            using var timeout = new CancellationTokenSource(SendTimeout, clock);
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            await transport.SendAsync(payload, limited.Token);
        }
    }
}
