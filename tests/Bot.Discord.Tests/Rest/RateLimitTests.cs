using Bot.Discord.Rest;
using Bot.Discord.Tests.Fakes;

namespace Bot.Discord.Tests.Rest;

public sealed class RateLimitTests : IDisposable
{
    private const string Message = """{"id":"1","channel_id":"2"}""";

    private readonly RestBench _bench = new();

    [Fact]
    public async Task Makes_the_calls_of_one_limit_one_after_another()
    {
        var first = _bench.PostAsync();
        var second = _bench.PostAsync();
        var call = await _bench.Discord.CallAsync();
        Assert.Equal(0, _bench.Discord.Waiting);
        call.Limits("posts", remaining: 4, resetAfter: 1);
        await first;
        (await _bench.Discord.CallAsync()).Limits("posts", remaining: 3, resetAfter: 1);
        await second;
    }

    [Fact]
    public async Task Waits_for_Reset_After_once_nothing_remains()
    {
        var first = _bench.PostAsync();
        (await _bench.Discord.CallAsync()).Limits("posts", remaining: 0, resetAfter: 1.25);
        await first;
        var second = _bench.PostAsync();
        await _bench.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(1.25));
        Assert.Equal(0, _bench.Discord.Waiting);
        _bench.Clock.Advance(TimeSpan.FromSeconds(1.25));
        (await _bench.Discord.CallAsync()).Limits("posts", remaining: 4, resetAfter: 1);
        await second;
    }

    [Fact]
    public async Task Lets_other_channels_go_on()
    {
        var held = _bench.PostAsync(channel: 2);
        (await _bench.Discord.CallAsync()).Limits("posts", remaining: 0, resetAfter: 30);
        await held;
        var free = _bench.PostAsync(channel: 3);
        (await _bench.Discord.CallAsync()).Limits("posts", remaining: 4, resetAfter: 1);
        await free;
    }

    [Fact]
    public async Task Learns_that_two_routes_share_a_limit()
    {
        var edit = _bench.Messages.EditAsync(new(2), new(7), new() { Content = "x" }, CancellationToken.None);
        (await _bench.Discord.CallAsync()).Limits("shared-name", remaining: 4, resetAfter: 1);
        await edit.Soon();
        var post = _bench.PostAsync();
        (await _bench.Discord.CallAsync()).Limits("shared-name", remaining: 0, resetAfter: 9);
        await post;
        var next = _bench.Messages.EditAsync(new(2), new(7), new() { Content = "y" }, CancellationToken.None);
        await _bench.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(9));
        Assert.Equal(0, _bench.Discord.Waiting);
        _bench.Clock.Advance(TimeSpan.FromSeconds(9));
        (await _bench.Discord.CallAsync()).Limits("shared-name", remaining: 4, resetAfter: 1);
        await next.Soon();
    }

    [Fact]
    public async Task Waits_for_the_longer_of_header_and_body_and_holds_only_that_limit()
    {
        var held = _bench.PostAsync();
        (await _bench.Discord.CallAsync()).Answer(429, """{"message":"slow down","retry_after":2.5,"global":false}""", ("Retry-After", "2"), ("X-RateLimit-Scope", "user"));
        await _bench.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(2.5));
        var other = _bench.PostAsync(channel: 3);
        (await _bench.Discord.CallAsync()).Answer(200, Message);
        await other;
        _bench.Clock.Advance(TimeSpan.FromSeconds(2.5));
        (await _bench.Discord.CallAsync()).Answer(200, Message);
        await held;
    }

    [Fact]
    public async Task Holds_everything_but_interactions_after_a_global_limit()
    {
        var held = _bench.PostAsync();
        (await _bench.Discord.CallAsync()).Answer(429, """{"message":"slow down","retry_after":4,"global":true}""", ("X-RateLimit-Global", "true"));
        await _bench.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(4));
        var other = _bench.PostAsync(channel: 3);
        await _bench.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(4));
        var interaction = _bench.Interactions.EditOriginalAsync(new(1), new("token"), new() { Content = "x" }, CancellationToken.None);
        var call = await _bench.Discord.CallAsync();
        Assert.Equal("webhooks/1/token/messages/@original", call.Path);
        call.Answer(200, Message);
        await interaction.Soon();
        Assert.Equal(0, _bench.Discord.Waiting);
        _bench.Clock.Advance(TimeSpan.FromSeconds(4));
        (await _bench.Discord.CallAsync()).Answer(200, Message);
        (await _bench.Discord.CallAsync()).Answer(200, Message);
        await held;
        await other;
    }

    [Fact]
    public async Task Does_not_call_again_at_once_when_an_interaction_meets_the_global_limit()
    {
        var held = _bench.Interactions.EditOriginalAsync(new(1), new("token"), new() { Content = "x" }, CancellationToken.None);
        (await _bench.Discord.CallAsync()).Answer(429, """{"message":"slow down","retry_after":4,"global":true}""", ("X-RateLimit-Global", "true"));
        await _bench.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(4));
        Assert.Equal(0, _bench.Discord.Waiting);
        _bench.Clock.Advance(TimeSpan.FromSeconds(4));
        (await _bench.Discord.CallAsync()).Answer(200, Message);
        await held.Soon();
    }

    [Fact]
    public async Task Holds_calls_that_waited_for_their_turn_when_a_global_limit_began()
    {
        using var bench = new RestBench(options => options.RequestsPerSecond = 1);
        var first = bench.PostAsync(channel: 2);
        var call = await bench.Discord.CallAsync();
        var second = bench.PostAsync(channel: 3);
        await bench.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(1));
        call.Answer(429, """{"message":"slow down","retry_after":4,"global":true}""", ("X-RateLimit-Global", "true"));
        await bench.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(4));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await bench.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(3));
        Assert.Equal(0, bench.Discord.Waiting);
        bench.Clock.Advance(TimeSpan.FromSeconds(3));
        for (var answered = 0; answered < 2; answered++)
        {
            (await bench.Discord.CallAsync()).Answer(200, Message);
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await Task.WhenAll(first, second).Soon();
    }

    [Fact]
    public async Task Stops_all_calls_when_Cloudflare_bans_the_address()
    {
        var held = _bench.PostAsync();
        (await _bench.Discord.CallAsync()).Answer(429, "<html>You are being rate limited</html>", ("Retry-After", "600"));
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => held);
        Assert.Equal((true, TimeSpan.FromMinutes(10)), (error.IsTransient, error.RetryAfter));
        await Assert.ThrowsAsync<DiscordApiException>(() => _bench.PostAsync(channel: 3));
        await Assert.ThrowsAsync<DiscordApiException>(() => _bench.Interactions.DeleteOriginalAsync(new(1), new("token"), CancellationToken.None));
        Assert.Equal(0, _bench.Discord.Waiting);
        _bench.Clock.Advance(TimeSpan.FromMinutes(10));
        var free = _bench.PostAsync();
        (await _bench.Discord.CallAsync()).Answer(200, Message);
        await free;
    }

    [Fact]
    public async Task Gives_up_after_being_limited_again_and_again()
    {
        var post = _bench.PostAsync();
        for (var answers = 0; answers <= RestRetry.MaxLimited; answers++)
        {
            (await _bench.Discord.CallAsync()).Answer(429, """{"retry_after":0,"global":false}""");
        }
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => post);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task Makes_at_most_fifty_calls_a_second()
    {
        var calls = Enumerable.Range(1, 51).Select(channel => _bench.PostAsync((ulong)channel)).ToList();
        for (var answered = 0; answered < 50; answered++)
        {
            (await _bench.Discord.CallAsync()).Answer(200, Message);
        }
        await _bench.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(1));
        Assert.Equal(0, _bench.Discord.Waiting);
        _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        (await _bench.Discord.CallAsync()).Answer(200, Message);
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task Stops_well_before_Discord_would_ban_for_refused_calls()
    {
        using var bench = new RestBench(options => options.InvalidRequestLimit = 3);
        for (var refused = 0; refused < 3; refused++)
        {
            var post = bench.PostAsync();
            (await bench.Discord.CallAsync()).Answer(403, """{"code":50013,"message":"Missing Permissions"}""");
            await Assert.ThrowsAsync<DiscordApiException>(() => post);
        }
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => bench.PostAsync());
        Assert.Equal((true, TimeSpan.FromMinutes(10)), (error.IsTransient, error.RetryAfter));
        bench.Clock.Advance(TimeSpan.FromMinutes(10));
        var after = bench.PostAsync();
        (await bench.Discord.CallAsync()).Answer(200, Message);
        await after;
    }

    [Fact]
    public async Task Does_not_count_a_shared_limit_as_its_own_fault()
    {
        using var bench = new RestBench(options => options.InvalidRequestLimit = 1);
        var post = bench.PostAsync();
        (await bench.Discord.CallAsync()).Answer(429, """{"retry_after":0,"global":false}""", ("X-RateLimit-Scope", "shared"));
        (await bench.Discord.CallAsync()).Answer(200, Message);
        await post;
    }

    [Fact]
    public async Task Forgets_limits_that_hold_nothing_back()
    {
        var buckets = new RateLimitBuckets(_bench.Clock);
        for (var interaction = 0; interaction < 10_000; interaction++)
        {
            var turn = await buckets.EnterAsync(RestRoutes.Callback(new((ulong)interaction), new($"token{interaction}")), TimeSpan.FromMinutes(1), CancellationToken.None);
            turn.Dispose();
        }
        Assert.InRange(buckets.Count, 1, 300);
    }

    public void Dispose() => _bench.Dispose();
}
