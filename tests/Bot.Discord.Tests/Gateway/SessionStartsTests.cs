using Bot.Discord.Gateway;
using Bot.Discord.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Gateway;

public sealed class SessionStartsTests : IDisposable
{
    private readonly SignallingClock _clock = new();
    private readonly FakeApplicationApi _api = new();
    private readonly RecordingLogger _logs = new();
    private readonly GatewayDiscovery _discovery;
    private readonly SessionStarts _starts;

    public SessionStartsTests()
    {
        _discovery = new(_api, _clock, new Logger<GatewayDiscovery>(_logs));
        _starts = new(_discovery, _clock, new Logger<SessionStarts>(_logs));
    }

    [Fact]
    public async Task Keeps_shards_of_one_lane_five_seconds_apart()
    {
        (await EnterAsync(0)).Use();
        var second = EnterAsync(1);
        Assert.Equal(TimeSpan.FromSeconds(5), await _clock.TimerAsync(_ => true));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(5));
        (await second.Soon()).Dispose();
    }

    [Fact]
    public async Task Lets_shards_of_different_lanes_start_together()
    {
        _api.MaxConcurrency = 2;
        (await EnterAsync(0)).Use();
        (await EnterAsync(1)).Use();
        var third = EnterAsync(2);
        Assert.False(third.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(5));
        (await third.Soon()).Dispose();
    }

    [Fact]
    public async Task Lets_the_next_shard_in_at_once_when_a_connection_came_to_nothing()
    {
        var first = await EnterAsync(0);
        var second = EnterAsync(1);
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second.Soon()).Dispose();
    }

    [Fact]
    public async Task Starts_nothing_when_the_budget_is_spent_until_it_is_full_again()
    {
        _api.Remaining = 0;
        _api.ResetAfter = 600_000;
        var first = EnterAsync(0);
        await _clock.TimerAsync(due => due == TimeSpan.FromMinutes(10));
        Assert.False(first.IsCompleted);
        _api.Remaining = 1000;
        _clock.Advance(TimeSpan.FromMinutes(10));
        (await first.Soon()).Dispose();
    }

    [Fact]
    public async Task Starts_no_more_sessions_than_are_left_however_many_shards_wait()
    {
        _api.Remaining = 1;
        var first = await EnterAsync(0);
        var second = _starts.EnterAsync(1, isFirst: true, CancellationToken.None);
        _api.Remaining = 0;
        first.Use();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await _clock.TimerAsync(due => due > TimeSpan.FromMinutes(50));
        Assert.False(second.IsCompleted);
        _api.Remaining = 1000;
        _clock.Advance(TimeSpan.FromHours(1));
        (await second.Soon()).Dispose();
    }

    [Fact]
    public async Task Leaves_a_session_for_each_that_may_start_at_the_same_moment()
    {
        _api.MaxConcurrency = 2;
        _api.Remaining = 1;
        using var cancelled = new CancellationTokenSource();
        var entering = _starts.EnterAsync(0, isFirst: true, cancelled.Token);
        Assert.False(entering.IsCompleted);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => entering);
    }

    [Theory]
    [InlineData(9, true, true)]
    [InlineData(9, false, false)]
    [InlineData(10, false, true)]
    public async Task Keeps_a_reserve_for_first_starts(int remaining, bool isFirst, bool goes)
    {
        _api.Remaining = remaining;
        using var cancelled = new CancellationTokenSource();
        var entering = _starts.EnterAsync(0, isFirst, cancelled.Token);
        Assert.Equal(goes, entering.IsCompleted);
        Assert.Equal(remaining < 10, _logs.Lines.Any(line => line.Level == LogLevel.Critical));
        Assert.Equal(remaining < 10, _discovery.Problem is not null);
        if (goes)
        {
            (await entering).Dispose();
            return;
        }
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => entering);
    }

    [Fact]
    public async Task Counts_on_by_itself_while_Discord_cannot_be_asked()
    {
        _api.Remaining = 11;
        (await EnterAsync(0)).Use();
        _api.Failure = Discord.Rest.RestErrors.NoAnswer(Discord.Rest.RestRoutes.GatewayBot, inner: null);
        _clock.Advance(TimeSpan.FromSeconds(30));
        (await EnterAsync(0)).Use();
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.NotNull(_discovery.Problem);
        var third = _starts.EnterAsync(0, isFirst: false, CancellationToken.None);
        Assert.False(third.IsCompleted);
        _clock.Advance(TimeSpan.FromHours(1));
        (await third.Soon()).Dispose();
    }

    public void Dispose()
    {
        _starts.Dispose();
        _logs.Dispose();
    }

    private Task<SessionStart> EnterAsync(int shard) => _starts.EnterAsync(shard, isFirst: true, CancellationToken.None).Soon();
}
