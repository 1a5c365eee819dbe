using Bot.Discord.Gateway;
using Bot.Discord.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Gateway;

/// <summary>Never losing a question: the queue, the handler, and what is remembered over a restart.</summary>
public sealed class EventHandlingTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public async Task Hands_events_over_in_order()
    {
        await using var bench = new GatewayBench();
        var connection = await bench.StartReadyAsync();
        for (var sequence = 2; sequence < 100; sequence++)
        {
            connection.Question(sequence);
        }
        for (var sequence = 2UL; sequence < 100; sequence++)
        {
            Assert.Equal(sequence, (await bench.Handler.TakenAsync<GatewayEvent.MessageCreated>()).Message.Id.Value);
        }
    }

    [Fact]
    public async Task Keeps_beating_while_the_handler_is_stuck()
    {
        await using var bench = new GatewayBench();
        var connection = await bench.StartReadyAsync();
        var (_, stuck) = bench.Handler.Hold();
        connection.Question(2);
        await connection.HeartbeatAsync();
        await bench.Clock.PassAsync(TimeSpan.FromSeconds(40));
        await connection.HeartbeatAsync();
        Assert.True(bench.Client.Health.IsReady);
        stuck.SetResult();
        await bench.Handler.TakenAsync<GatewayEvent.MessageCreated>();
    }

    [Fact]
    public async Task Says_when_the_handler_has_been_at_one_event_for_too_long()
    {
        await using var bench = new GatewayBench { Jitter = 1 };
        var connection = await bench.StartReadyAsync();
        var (started, stuck) = bench.Handler.Hold();
        connection.Question(2);
        await started.Soon();
        bench.Clock.Advance(TimeSpan.FromSeconds(75));
        Assert.Contains("at one event", bench.Client.Health.Shards[0].Problem, StringComparison.Ordinal);
        stuck.SetResult();
        await bench.Handler.TakenAsync<GatewayEvent.MessageCreated>();
    }

    [Fact]
    public async Task Offers_an_event_again_until_the_handler_takes_it()
    {
        await using var bench = new GatewayBench();
        var failures = 0;
        var connection = await bench.StartReadyAsync();
        bench.Handler.Before = (_, _) => ++failures <= 3 ? throw new IOException("database is locked") : Task.CompletedTask;
        connection.Question(2);
        Assert.Equal(2UL, (await bench.Handler.TakenAsync<GatewayEvent.MessageCreated>()).Message.Id.Value);
        Assert.Equal(4, failures);
        Assert.DoesNotContain(bench.Logs.Lines, line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task Gives_an_event_up_with_an_error_when_the_handler_never_takes_it()
    {
        await using var bench = new GatewayBench(options => options.HandlerAttempts = 3);
        var connection = await bench.StartReadyAsync();
        bench.Handler.Before = (gatewayEvent, _) =>
            gatewayEvent is GatewayEvent.MessageCreated { Message.Id.Value: 2 } ? throw new IOException("poison") : Task.CompletedTask;
        connection.Question(2);
        connection.Question(3);
        Assert.Equal(3UL, (await bench.Handler.TakenAsync<GatewayEvent.MessageCreated>()).Message.Id.Value);
        Assert.Equal(5, bench.Handler.Offered);
        Assert.Single(bench.Logs.Lines, line => line.Level == LogLevel.Error && line.Text.Contains("is lost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gives_the_connection_up_rather_than_an_event_when_the_queue_is_full_and_asks_for_the_rest_later()
    {
        await using var bench = new GatewayBench(options => options.QueueCapacity = 4);
        var connection = await bench.StartReadyAsync();
        var (started, stuck) = bench.Handler.Hold();
        connection.Question(2);
        await started.Soon();
        for (var sequence = 3; sequence <= 9; sequence++)
        {
            connection.Question(sequence);
        }
        Assert.Equal(4000, await connection.ClosedWith);
        Assert.Single(bench.Gateway.All);
        stuck.SetResult();

        var (second, resume) = await bench.ResumedAsync();
        Assert.Equal(5, resume.GetProperty("seq").GetInt64());
        for (var sequence = 6; sequence <= 9; sequence++)
        {
            second.Question(sequence);
        }
        for (var sequence = 2UL; sequence <= 9; sequence++)
        {
            Assert.Equal(sequence, (await bench.Handler.TakenAsync<GatewayEvent.MessageCreated>()).Message.Id.Value);
        }
    }

    [Fact]
    public async Task Closes_for_good_with_1000_after_everything_received_was_handed_over()
    {
        await using var bench = new GatewayBench(options => options.StateFolder = _folder);
        var connection = await bench.StartReadyAsync();
        connection.Question(2);
        await bench.Handler.TakenAsync<GatewayEvent.MessageCreated>();
        await bench.Client.StopAsync(SessionEnding.End).Soon();
        Assert.Equal(1000, await connection.ClosedWith);
        Assert.IsType<GatewayOutcome.Stopped>(await bench.Outcome);
        Assert.Equal(ShardState.Stopped, bench.Client.Health.Shards[0].State);
        Assert.False(Directory.Exists(_folder) && Directory.EnumerateFiles(_folder).Any());
    }

    [Fact]
    public async Task Goes_on_with_the_session_after_a_restart()
    {
        await using (var before = new GatewayBench(options => options.StateFolder = _folder))
        {
            var connection = await before.StartReadyAsync();
            connection.Question(2);
            connection.Event(3, "TYPING_START", "{}");
            connection.Question(4);
            await before.Handler.TakenAsync<GatewayEvent.MessageCreated>();
            await before.Handler.TakenAsync<GatewayEvent.MessageCreated>();
            await before.Client.StopAsync(SessionEnding.Keep).Soon();
            Assert.Equal(4000, await connection.ClosedWith);
        }
        await using var after = new GatewayBench(options => options.StateFolder = _folder);
        after.Start();
        var (resumed, resume) = await after.ResumedAsync();
        Assert.Equal(("session-1", 4L), (resume.GetProperty("session_id").GetString(), resume.GetProperty("seq").GetInt64()));
        Assert.Equal("resume.test", resumed.Address!.Host);
        Assert.Equal(0, after.Api.Asked);
    }

    [Fact]
    public async Task Asks_again_after_a_restart_for_what_the_handler_had_not_taken()
    {
        await using (var before = new GatewayBench(options => (options.StateFolder, options.DrainTimeout) = (_folder, TimeSpan.FromSeconds(33))))
        {
            var connection = await before.StartReadyAsync();
            connection.Question(2);
            await before.Handler.TakenAsync<GatewayEvent.MessageCreated>();
            var (started, _) = before.Handler.Hold();
            connection.Question(3);
            connection.Question(4);
            await started.Soon();
            var stopping = before.Client.StopAsync(SessionEnding.Keep);
            await before.Clock.PassAsync(before.Options.DrainTimeout);
            await stopping.Soon();
        }
        await using var after = new GatewayBench(options => options.StateFolder = _folder);
        after.Start();
        var (_, resume) = await after.ResumedAsync();
        Assert.Equal(2, resume.GetProperty("seq").GetInt64());
    }

    [Fact]
    public async Task Saves_the_session_now_and_then_so_that_a_crash_loses_little()
    {
        await using var bench = new GatewayBench(options =>
        {
            options.StateFolder = _folder;
            options.SaveInterval = TimeSpan.FromSeconds(1);
        });
        var connection = await bench.StartReadyAsync();
        connection.Question(8);
        await bench.Handler.TakenAsync<GatewayEvent.MessageCreated>();
        var path = Path.Combine(_folder, "discord-shard-0-of-1.json");
        while (!File.Exists(path) || !(await File.ReadAllTextAsync(path)).Contains("\"sequence\":8", StringComparison.Ordinal))
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
