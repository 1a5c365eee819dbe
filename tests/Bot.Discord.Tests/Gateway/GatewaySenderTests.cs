using Bot.Discord.Gateway;
using Bot.Discord.Tests.Fakes;

namespace Bot.Discord.Tests.Gateway;

public sealed class GatewaySenderTests : IAsyncDisposable
{
    private static readonly byte[] Update = OutgoingPayloads.Update(new(PresenceStatus.Online, "here"));

    private readonly SignallingClock _clock = new();
    private readonly FakeConnection _connection = new(new());

    [Fact]
    public async Task Lets_115_through_in_a_minute_and_heartbeats_past_the_rest()
    {
        using var stop = new CancellationTokenSource();
        var sender = new GatewaySender(_connection, _clock);
        var running = sender.RunAsync(stop.Token);
        for (var sent = 0; sent < 115; sent++)
        {
            await sender.SendLimitedAsync(Update, CancellationToken.None).Soon();
            await _connection.SentAsync();
        }
        var next = sender.SendLimitedAsync(Update, CancellationToken.None);
        Assert.False(next.IsCompleted);
        sender.Send(OutgoingPayloads.Heartbeat(5));
        await _connection.HeartbeatAsync();
        Assert.False(next.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(60));
        await next.Soon();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    [Fact]
    public async Task Refuses_a_payload_that_Discord_would_close_the_connection_for()
    {
        var sender = new GatewaySender(_connection, _clock);
        await Assert.ThrowsAsync<ArgumentException>(() => sender.SendLimitedAsync(new byte[4097], CancellationToken.None));
    }
}
