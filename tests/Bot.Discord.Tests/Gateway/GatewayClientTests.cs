using Bot.Discord.Gateway;
using Bot.Discord.Tests.Fakes;

namespace Bot.Discord.Tests.Gateway;

public sealed class GatewayClientTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Identifies_with_token_intents_and_shard_at_the_discovered_address()
    {
        await using var bench = new GatewayBench();
        bench.Start();
        var connection = await bench.Gateway.AcceptedAsync();
        connection.Hello();
        var identify = await connection.SentAsync();

        Assert.Equal("ws://gateway.test/?v=10&encoding=json", connection.Address!.ToString());
        Assert.Equal(2, identify.GetProperty("op").GetInt32());
        var data = identify.GetProperty("d");
        Assert.Equal("secret-token", data.GetProperty("token").GetString());
        Assert.Equal((int)GatewayIntents.MentionsOnly, data.GetProperty("intents").GetInt32());
        Assert.Equal("[0,1]", data.GetProperty("shard").GetRawText());
        Assert.False(data.TryGetProperty("compress", out _));
    }

    [Fact]
    public async Task Is_ready_once_READY_came()
    {
        await using var bench = new GatewayBench();
        var changes = new List<ShardState>();
        bench.Client.HealthChanged += health => changes.Add(health.State);
        Assert.False(bench.Client.Health.IsReady);
        await bench.StartReadyAsync();

        Assert.True(bench.Client.Health.IsReady);
        Assert.Null(bench.Client.Health.Problem);
        Assert.Equal([ShardState.Connecting, ShardState.Identifying, ShardState.Connected], changes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1006)]
    [InlineData(1012)]
    [InlineData(4000)]
    [InlineData(4009)]
    public async Task Resumes_from_the_last_sequence_with_the_same_query(int? code)
    {
        await using var bench = new GatewayBench(options => options.Compress = false);
        var first = await bench.StartReadyAsync();
        first.Question(7);
        await bench.Handler.TakenAsync<GatewayEvent.MessageCreated>();
        first.Close(code);

        var (second, resume) = await bench.ResumedAsync();
        Assert.Equal("ws://resume.test/?v=10&encoding=json", second.Address!.ToString());
        Assert.Equal("session-1", resume.GetProperty("session_id").GetString());
        Assert.Equal(7, resume.GetProperty("seq").GetInt64());
        second.Resumed(8);
        await bench.Handler.TakenAsync<GatewayEvent.Resumed>();
        Assert.True(bench.Client.Health.IsReady);
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4006)]
    [InlineData(4007)]
    [InlineData(4008)]
    public async Task Starts_a_new_session_after_a_pause_where_the_old_one_is_gone(int code)
    {
        await using var bench = new GatewayBench();
        var first = await bench.StartReadyAsync();
        first.Close(code);
        await bench.Clock.PassAsync(due => due == Second || due == 5 * Second);
        // The lane keeps identifies five seconds apart.
        bench.Clock.Advance(5 * Second);

        var second = await bench.Gateway.AcceptedAsync();
        second.Hello();
        Assert.Equal(2, (await second.SentAsync()).GetProperty("op").GetInt32());
        Assert.Equal("gateway.test", second.Address!.Host);
    }

    [Theory]
    [InlineData(4004, "token")]
    [InlineData(4010, "shard")]
    [InlineData(4011, "shard count")]
    [InlineData(4012, "update the bot")]
    [InlineData(4013, "intents setting")]
    [InlineData(4014, "developer portal")]
    public async Task Stops_for_good_and_says_what_to_do(int code, string advice)
    {
        await using var bench = new GatewayBench(options => options.Intents = GatewayIntents.AllMessages);
        var first = await bench.StartReadyAsync();
        first.Close(code);

        var failed = Assert.IsType<GatewayOutcome.Failed>(await bench.Outcome);
        Assert.Contains(advice, failed.Reason, StringComparison.Ordinal);
        Assert.True(bench.Client.Health.HasFailed);
        Assert.Equal(code == 4004, bench.Token.IsRejected);
        Assert.Single(bench.Gateway.All);
        Assert.Single(bench.Logs.Lines, line => line.Text.Contains("stays disconnected", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_the_intent_that_is_not_granted()
    {
        await using var bench = new GatewayBench(options => options.Intents = GatewayIntents.AllMessages);
        var first = await bench.StartReadyAsync();
        first.Close(4014);
        Assert.Contains("MessageContent", Assert.IsType<GatewayOutcome.Failed>(await bench.Outcome).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_when_REST_finds_the_token_rejected()
    {
        await using var bench = new GatewayBench();
        await bench.StartReadyAsync();
        bench.Token.Reject();
        Assert.IsType<GatewayOutcome.Failed>(await bench.Outcome);
        Assert.True(bench.Client.Health.HasFailed);
    }

    [Fact]
    public async Task Reconnects_at_once_when_asked_to()
    {
        await using var bench = new GatewayBench { Jitter = 1 };
        var first = await bench.StartReadyAsync();
        bench.Clock.Advance(bench.Options.HealthyAfter);
        first.Text("""{"op":7,"d":null}""");
        var (second, _) = await bench.ResumedAsync();
        second.Resumed(2);
        Assert.Equal(4000, await first.ClosedWith);
    }

    [Fact]
    public async Task Takes_a_reconnect_in_place_of_Hello()
    {
        await using var bench = new GatewayBench();
        var first = await bench.StartReadyAsync();
        first.Close(null);
        var second = await bench.Gateway.AcceptedAsync();
        second.Text("""{"op":7,"d":null}""");
        Assert.Equal(4000, await second.ClosedWith);
        await bench.ResumedAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Obeys_an_invalid_session_on_a_live_connection(bool mayResume)
    {
        await using var bench = new GatewayBench();
        var first = await bench.StartReadyAsync();
        bench.Clock.Advance(5 * Second);
        first.Text($$"""{"op":9,"d":{{(mayResume ? "true" : "false")}}}""");
        await bench.Clock.PassAsync(Second);

        var second = await bench.Gateway.AcceptedAsync();
        second.Hello();
        Assert.Equal(mayResume ? 6 : 2, (await second.SentAsync()).GetProperty("op").GetInt32());
        Assert.Equal(mayResume ? "resume.test" : "gateway.test", second.Address!.Host);
    }

    [Fact]
    public async Task Waits_five_seconds_when_an_identify_is_refused()
    {
        await using var bench = new GatewayBench();
        bench.Start();
        var first = await bench.Gateway.AcceptedAsync();
        first.Hello();
        await first.SentAsync();
        first.Text("""{"op":9,"d":false}""");
        await bench.Clock.PassAsync(5 * Second);
        var second = await bench.Gateway.AcceptedAsync();
        second.Hello();
        Assert.Equal(2, (await second.SentAsync()).GetProperty("op").GetInt32());
    }

    [Fact]
    public async Task Uses_the_known_address_for_a_new_session_while_REST_is_down()
    {
        await using var bench = new GatewayBench();
        var first = await bench.StartReadyAsync();
        bench.Api.Failure = Discord.Rest.RestErrors.NoAnswer(Discord.Rest.RestRoutes.GatewayBot, inner: null);
        bench.Clock.Advance(5 * Second);
        first.Text("""{"op":9,"d":false}""");
        await bench.Clock.PassAsync(Second);
        Assert.Equal("gateway.test", (await bench.Gateway.AcceptedAsync()).Address!.Host);
    }

    [Fact]
    public async Task Identifies_anew_after_three_resumes_that_came_to_nothing()
    {
        await using var bench = new GatewayBench();
        var connection = await bench.StartReadyAsync();
        bench.Clock.Advance(5 * Second);
        for (var resumes = 0; resumes < 3; resumes++)
        {
            connection.Close(null);
            (connection, _) = await bench.ResumedAsync();
        }
        connection.Close(null);
        await bench.Clock.PassAsync(Second);
        var last = await bench.Gateway.AcceptedAsync();
        last.Hello();
        Assert.Equal(2, (await last.SentAsync()).GetProperty("op").GetInt32());
    }

    [Fact]
    public async Task Leaves_a_dead_resume_host_after_three_tries()
    {
        await using var bench = new GatewayBench();
        var first = await bench.StartReadyAsync();
        bench.Clock.Advance(5 * Second);
        bench.Gateway.Refuses = address => address.Host == "resume.test";
        first.Close(null);
        for (var tries = 0; tries < 3; tries++)
        {
            Assert.Equal("resume.test", (await bench.Gateway.AcceptedAsync()).Address!.Host);
        }
        await bench.Clock.PassAsync(Second);
        Assert.Equal("gateway.test", (await bench.Gateway.AcceptedAsync()).Address!.Host);
    }

    [Fact]
    public async Task Keeps_the_session_while_the_whole_network_is_down()
    {
        await using var bench = new GatewayBench();
        var first = await bench.StartReadyAsync();
        bench.Api.Failure = Discord.Rest.RestErrors.NoAnswer(Discord.Rest.RestRoutes.GatewayBot, inner: null);
        var refused = 0;
        bench.Gateway.Refuses = _ => ++refused <= 10;
        first.Close(null);
        for (var tries = 0; tries < 10; tries++)
        {
            await bench.Gateway.AcceptedAsync();
        }
        var (_, resume) = await bench.ResumedAsync();
        Assert.Equal("session-1", resume.GetProperty("session_id").GetString());
    }

    [Fact]
    public async Task Cuts_a_connection_that_acknowledges_no_heartbeat()
    {
        await using var bench = new GatewayBench();
        bench.Start();
        var first = await bench.Gateway.AcceptedAsync();
        first.Acknowledges = false;
        first.Hello(interval: 41_000);
        await first.SentAsync();
        first.Ready();
        await bench.Handler.TakenAsync<GatewayEvent.Ready>();
        await bench.Clock.PassAsync(TimeSpan.FromSeconds(41));
        Assert.Equal(4000, await first.ClosedWith);
        await bench.ResumedAsync();
    }

    [Fact]
    public async Task Starts_each_connection_with_a_fresh_heartbeat()
    {
        await using var bench = new GatewayBench();
        var first = await bench.StartReadyAsync();
        var interval = TimeSpan.FromSeconds(40);
        await first.HeartbeatAsync();
        first.Acknowledges = false;
        await bench.Clock.PassAsync(interval);
        await first.HeartbeatAsync();
        await bench.Clock.TimerAsync(due => due == interval);
        first.Close(null);
        var (second, _) = await bench.ResumedAsync();
        second.Resumed(2);
        await bench.Handler.TakenAsync<GatewayEvent.Resumed>();
        await second.HeartbeatAsync();
        await bench.Clock.PassAsync(interval);
        await second.HeartbeatAsync();
        Assert.True(bench.Client.Health.IsReady);
    }

    [Fact]
    public async Task Cuts_a_silent_connection_from_outside_when_its_heartbeat_does_not_watch_it()
    {
        // Chance past 1 puts the first beat far off, so that only the watchdog is there to notice.
        await using var bench = new GatewayBench { Jitter = 100 };
        var first = await bench.StartReadyAsync();
        bench.Jitter = 0;
        bench.Clock.Advance(TimeSpan.FromSeconds(135));
        Assert.Equal(4000, await first.ClosedWith);
        await bench.ResumedAsync();
        Assert.Contains("didn't notice", bench.Logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Survives_an_observer_that_throws()
    {
        await using var bench = new GatewayBench();
        bench.Client.HealthChanged += _ => throw new InvalidOperationException("observer");
        await bench.StartReadyAsync();
        Assert.True(bench.Client.Health.IsReady);
        Assert.Contains("observer of the connection's health failed", bench.Logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beats_at_once_when_Discord_asks_with_the_last_sequence()
    {
        await using var bench = new GatewayBench { Jitter = 1 };
        var first = await bench.StartReadyAsync();
        first.Question(12);
        first.Text("""{"op":1,"d":null}""");
        Assert.Equal(12, (await first.HeartbeatAsync()).GetProperty("d").GetInt64());
    }

    [Fact]
    public async Task Beats_with_null_before_any_event()
    {
        await using var bench = new GatewayBench { Jitter = 1 };
        bench.Start();
        var first = await bench.Gateway.AcceptedAsync();
        first.Hello();
        first.Text("""{"op":1,"d":null}""");
        Assert.Equal("null", (await first.HeartbeatAsync()).GetProperty("d").GetRawText());
    }

    [Fact]
    public async Task Gives_up_a_connection_without_Hello()
    {
        await using var bench = new GatewayBench();
        bench.Start();
        var first = await bench.Gateway.AcceptedAsync();
        await bench.Clock.TimerAsync(due => due == bench.Options.ConnectTimeout);
        bench.Clock.Advance(bench.Options.ConnectTimeout);
        Assert.Equal(4000, await first.ClosedWith);
        await bench.Gateway.AcceptedAsync();
    }

    [Fact]
    public async Task Gives_up_a_connection_that_never_opens()
    {
        await using var bench = new GatewayBench();
        bench.Gateway.Hangs = true;
        bench.Start();
        await bench.Gateway.AcceptedAsync();
        bench.Gateway.Hangs = false;
        bench.Clock.Advance(bench.Options.ConnectTimeout);
        await bench.Gateway.AcceptedAsync();
    }

    [Fact]
    public async Task Gives_up_a_connection_without_READY_and_identifies_again()
    {
        await using var bench = new GatewayBench();
        bench.Start();
        var first = await bench.Gateway.AcceptedAsync();
        first.Hello(interval: 600_000);
        await first.SentAsync();
        bench.Clock.Advance(bench.Options.ReadyTimeout);
        Assert.Equal(4000, await first.ClosedWith);
        var second = await bench.Gateway.AcceptedAsync();
        second.Hello();
        Assert.Equal(2, (await second.SentAsync()).GetProperty("op").GetInt32());
    }

    [Fact]
    public async Task Refuses_an_oversized_message_and_resumes()
    {
        await using var bench = new GatewayBench();
        var first = await bench.StartReadyAsync();
        first.Oversized();
        Assert.Equal(1009, await first.ClosedWith);
        await bench.ResumedAsync();
    }

    [Fact]
    public async Task Leaves_out_what_is_no_payload_and_goes_on()
    {
        await using var bench = new GatewayBench();
        var first = await bench.StartReadyAsync();
        first.Text("{\"op\":0,\"s\":2,\"t\":\"MESSAGE_CREATE\",\"d\":{");
        first.Bytes([1, 2, 3], binary: true);
        first.Text("""{"op":99,"d":[]}""");
        first.Event(3, "SOMETHING_NEW", "{}");
        first.Event(4, "MESSAGE_CREATE", """{"id":{}}""");
        first.Question(5);
        var taken = await bench.Handler.TakenAsync<GatewayEvent.MessageCreated>();
        Assert.Equal(5UL, taken.Message.Id.Value);
        Assert.Contains("no payload, beginning 7B226F70", bench.Logs.All, StringComparison.Ordinal);
        Assert.DoesNotContain("MESSAGE_CREATE\"", bench.Logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_only_its_own_shards_each_in_its_turn()
    {
        await using var bench = new GatewayBench(options =>
        {
            options.ShardCount = 4;
            options.ShardIds.Add(1);
            options.ShardIds.Add(3);
        });
        bench.Start();
        var first = await bench.Gateway.AcceptedAsync();
        first.Hello();
        Assert.Equal("[1,4]", (await first.SentAsync()).GetProperty("d").GetProperty("shard").GetRawText());
        await bench.Clock.PassAsync(5 * Second);
        var second = await bench.Gateway.AcceptedAsync();
        second.Hello();
        Assert.Equal("[3,4]", (await second.SentAsync()).GetProperty("d").GetProperty("shard").GetRawText());
    }

    [Fact]
    public async Task Asks_Discord_for_the_number_of_shards_until_it_answers()
    {
        await using var bench = new GatewayBench(options => options.ShardCount = null);
        bench.Api.Shards = 1;
        bench.Api.Failure = Discord.Rest.RestErrors.NoAnswer(Discord.Rest.RestRoutes.GatewayBot, inner: null);
        bench.Jitter = 1;
        bench.Start();
        await bench.Clock.TimerAsync(due => due == Second);
        Assert.Contains("no answer", bench.Client.Health.Problem, StringComparison.Ordinal);
        bench.Api.Failure = null;
        bench.Clock.Advance(Second);
        await bench.Gateway.AcceptedAsync();
        Assert.Null(bench.Client.Health.Problem);
    }

    [Fact]
    public async Task Begins_with_a_presence_that_was_set_before_the_start()
    {
        await using var bench = new GatewayBench();
        await bench.Client.UpdatePresenceAsync(new(PresenceStatus.Idle), CancellationToken.None);
        bench.Start();
        var first = await bench.Gateway.AcceptedAsync();
        first.Hello();
        Assert.Equal("idle", (await first.SentAsync()).GetProperty("d").GetProperty("presence").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Shows_a_presence_that_was_set_while_reconnecting_once_resumed()
    {
        await using var bench = new GatewayBench();
        var first = await bench.StartReadyAsync();
        first.Close(null);
        var (second, _) = await bench.ResumedAsync();
        await bench.Client.UpdatePresenceAsync(new(PresenceStatus.Idle), CancellationToken.None);
        second.Resumed(2);
        Assert.Equal("idle", (await second.SentAsync()).GetProperty("d").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Shows_a_presence_now_and_with_the_next_session()
    {
        await using var bench = new GatewayBench();
        var first = await bench.StartReadyAsync();
        await bench.Client.UpdatePresenceAsync(new(PresenceStatus.Idle, "reading"), CancellationToken.None);
        var update = await first.SentAsync();
        Assert.Equal(3, update.GetProperty("op").GetInt32());
        Assert.Equal("reading", update.GetProperty("d").GetProperty("activities")[0].GetProperty("state").GetString());

        bench.Clock.Advance(5 * Second);
        first.Close(4006);
        await bench.Clock.PassAsync(Second);
        var second = await bench.Gateway.AcceptedAsync();
        second.Hello();
        Assert.Equal("idle", (await second.SentAsync()).GetProperty("d").GetProperty("presence").GetProperty("status").GetString());
    }
}
