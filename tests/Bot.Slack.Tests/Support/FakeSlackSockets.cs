using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Threading.Channels;
using Bot.Slack.SocketMode;
using Bot.Slack.WebApi;
using Bot.Testing;

namespace Bot.Slack.Tests.Support;

/// <summary>Gives addresses and sockets as a test says.</summary>
internal sealed class FakeSlackSockets(ManualTimeProvider clock) : IConnectionAddresses, ISocketTransport
{
    private readonly Channel<FakeSocket> _opened = Channel.CreateUnbounded<FakeSocket>();
    private readonly ConcurrentQueue<Uri> _used = new();
    private int _addresses;

    /// <summary>Fails the next calls for an address, in turn.</summary>
    public ConcurrentQueue<string> AddressErrors { get; } = new();

    /// <summary>Refuses so many of the next connections.</summary>
    public int Refusals { get; set; }

    public IReadOnlyCollection<Uri> UsedAddresses => _used;

    public int AddressesGiven => _addresses;

    /// <summary>When each address was asked for, on the test's clock.</summary>
    public ConcurrentQueue<DateTimeOffset> AskedAt { get; } = new();

    public List<FakeSocket> All { get; } = [];

    public int NotDisposed
    {
        get
        {
            lock (All)
            {
                return All.Count(socket => !socket.Disposed.IsCompleted);
            }
        }
    }

    public Task<Uri> NextAsync(CancellationToken cancellationToken)
    {
        AskedAt.Enqueue(clock.GetUtcNow());
        return AddressErrors.TryDequeue(out var error)
            ? throw new SlackApiException("apps.connections.open", error)
            : Task.FromResult(new Uri($"wss://slack.test/link/?ticket={Interlocked.Increment(ref _addresses)}"));
    }

    public Task<ISocket> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        _used.Enqueue(address);
        if (Refusals > 0)
        {
            Refusals--;
            throw new WebSocketException(WebSocketError.NotAWebSocket, $"The server at {address} answered 404");
        }
        var socket = new FakeSocket(clock);
        lock (All)
        {
            All.Add(socket);
        }
        _opened.Writer.TryWrite(socket);
        return Task.FromResult<ISocket>(socket);
    }

    /// <summary>The next socket that the client opens; moves the clock while it waits.</summary>
    public async Task<FakeSocket> NextSocketAsync()
    {
        FakeSocket? socket = null;
        await ClockSteps.UntilAsync(clock, () => _opened.Reader.TryRead(out socket));
        return socket!;
    }
}
