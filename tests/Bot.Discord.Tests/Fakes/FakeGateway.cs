using System.Threading.Channels;
using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Fakes;

/// <summary>Hands each connection the client opens to the test.</summary>
internal sealed class FakeGateway : IGatewayTransportFactory
{
    private readonly Channel<FakeConnection> _accepted = Channel.CreateUnbounded<FakeConnection>();

    /// <summary>When set, connecting to such an address fails.</summary>
    public Func<Uri, bool> Refuses { get; set; } = _ => false;

    /// <summary>When set, connecting never gets anywhere.</summary>
    public bool Hangs { get; set; }

    public List<FakeConnection> All { get; } = [];

    public IGatewayTransport Create() => new FakeConnection(this);

    public async Task<FakeConnection> AcceptedAsync() => await _accepted.Reader.ReadAsync().AsTask().Soon();

    public Task AcceptAsync(FakeConnection connection, CancellationToken cancellationToken)
    {
        All.Add(connection);
        _accepted.Writer.TryWrite(connection);
        return this switch
        {
            { Hangs: true } => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken),
            _ when Refuses(connection.Address!) => Task.FromException(new IOException("refused")),
            _ => Task.CompletedTask,
        };
    }
}
