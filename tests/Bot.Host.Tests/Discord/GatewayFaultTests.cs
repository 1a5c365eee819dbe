using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Gateway;
using Bot.Host.Tests.Support;
using Bot.Testing;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Discord;

/// <summary>The gateway's rows of the fault matrix: whatever happens to the connection, a question gets one answer.</summary>
public sealed class GatewayFaultTests : IDisposable
{
    // Other tests of this process come and go meanwhile; a leak would leave hundreds.
    private const int Slack = 100;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1011)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4009)]
    public async Task After_a_close_that_keeps_the_session_what_was_asked_meanwhile_is_answered_once(int? code)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        await DiscordBot.AskAsync(discord);

        await discord.DropConnectionAsync(code);
        var sequence = discord.LastSequence;
        var missed = discord.Ask("And while you were away?");
        var resume = await discord.ExpectAsync("resume");

        // A cut connection takes along what was on its way.
        Assert.InRange(resume.Sequence!.Value, 1, sequence);
        Assert.True(resume.ViaResumeHost);
        await DiscordBot.ReplyToAsync(discord, missed);
        Assert.Single(DiscordBot.RepliesTo(discord, missed));
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4006)]
    [InlineData(4007)]
    [InlineData(4008)]
    public async Task After_a_close_that_ends_the_session_the_bot_begins_a_new_one(int code)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder, clock: new FastTimeProvider(10));
        await DiscordBot.AskAsync(discord);

        await discord.DropConnectionAsync(code);
        await discord.ExpectAsync("identify");

        await DiscordBot.AskAsync(discord);
        Assert.DoesNotContain(discord.GatewayLog, payload => payload.Name == "resume");
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task A_close_that_only_a_person_can_help_ends_the_program_with_one_reason(int code)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        discord.FaultNextConnection(new() { CloseOnIdentify = code });
        await using var bot = await DiscordBot.StartAsync(discord, _folder);

        Assert.Equal(1, await bot.ExitCodeAsync());

        Assert.Equal(1, discord.ConnectionsOpened);
        Assert.Contains(bot.Logs.At(LogLevel.Critical), line => line.StartsWith("The bot is not on Discord any more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_left_and_the_session_resumed()
    {
        await using var discord = await DiscordSimulator.StartAsync(new() { HeartbeatInterval = TimeSpan.FromMilliseconds(300) });
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        await discord.ExpectAsync("heartbeat");

        discord.Silence();
        var missed = discord.Ask("Can you hear me?");
        await discord.ExpectAsync("resume");

        await DiscordBot.ReplyToAsync(discord, missed);
        Assert.Single(DiscordBot.RepliesTo(discord, missed));
    }

    [Fact]
    public async Task A_late_acknowledgement_before_the_next_beat_is_fine()
    {
        await using var discord = await DiscordSimulator.StartAsync(new() { HeartbeatInterval = TimeSpan.FromMilliseconds(600) });
        discord.ConnectionFaults = new() { AckDelay = TimeSpan.FromMilliseconds(100) };
        await using var bot = await DiscordBot.StartAsync(discord, _folder);

        for (var beat = 0; beat < 4; beat++)
        {
            await discord.ExpectAsync("heartbeat");
        }

        Assert.Equal(1, discord.ConnectionsOpened);
        await DiscordBot.AskAsync(discord);
    }

    [Fact]
    public async Task A_requested_heartbeat_is_sent_at_once()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        await DiscordBot.AskAsync(discord);

        discord.RequestHeartbeat();

        await discord.ExpectAsync("heartbeat");
    }

    public static TheoryData<string, ConnectionFaults> FirstConnections => new()
    {
        { "the upgrade is refused", new() { RefuseUpgrade = 503 } },
        { "Hello never comes", new() { NoHello = true } },
        { "READY never comes", new() { NoReady = true } },
        { "op 7 comes in place of Hello", new() { ReconnectInPlaceOfHello = true } },
        { "op 9 answers the Identify", new() { InvalidateOnIdentify = true } },
        { "the server breaks down at the Identify", new() { CloseOnIdentify = 1011 } },
    };

    [Theory]
    [MemberData(nameof(FirstConnections))]
    public async Task A_connection_that_comes_to_nothing_is_tried_again(string what, ConnectionFaults faults)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        discord.FaultNextConnection(faults);
        await using var bot = DiscordBot.Launch(discord, _folder, clock: new FastTimeProvider(20));

        while (discord.SessionIds.Count == 0)
        {
            await discord.ExpectAsync("identify");
        }

        await DiscordBot.AskAsync(discord);
        Assert.True(discord.ConnectionsOpened >= 2, what);
    }

    [Fact]
    public async Task Op_7_is_followed_by_a_resume_at_once()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        await DiscordBot.AskAsync(discord);

        discord.RequestReconnect();
        await discord.ExpectAsync("resume");

        await DiscordBot.AskAsync(discord);
        Assert.DoesNotContain(discord.GatewayLog, payload => payload is { Name: "disconnect", CloseCode: 1000 or 1001 });
    }

    [Theory]
    [InlineData(true, "resume")]
    [InlineData(false, "identify")]
    public async Task Op_9_in_the_middle_is_followed_by_what_it_allows(bool resumable, string next)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder, clock: new FastTimeProvider(10));
        await DiscordBot.AskAsync(discord);

        discord.InvalidateSession(resumable);
        await discord.ExpectAsync(next);

        await DiscordBot.AskAsync(discord);
    }

    [Fact]
    public async Task A_refused_resume_is_followed_by_a_new_session()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder, clock: new FastTimeProvider(10));
        await DiscordBot.AskAsync(discord);

        discord.FaultNextConnection(new() { InvalidateOnResume = false });
        await discord.DropConnectionAsync();
        await discord.ExpectAsync("resume");
        var identify = await discord.ExpectAsync("identify");

        Assert.False(identify.ViaResumeHost);
        await DiscordBot.AskAsync(discord);
    }

    [Fact]
    public async Task A_session_that_breaks_off_every_resume_is_given_up_after_three_tries()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder, clock: new FastTimeProvider(20));
        await DiscordBot.AskAsync(discord);

        discord.ConnectionFaults = new() { CutOnResume = true };
        await discord.DropConnectionAsync();
        await discord.ExpectAsync("identify");

        await DiscordBot.AskAsync(discord);
        Assert.Equal(3, discord.GatewayLog.Count(payload => payload.Name == "resume"));
    }

    [Fact]
    public async Task A_dead_resume_host_is_given_up_for_the_ordinary_one()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        discord.SetResumeHost(alive: false);
        await using var bot = await DiscordBot.StartAsync(discord, _folder, clock: new FastTimeProvider(20));
        await DiscordBot.AskAsync(discord);

        await discord.DropConnectionAsync();
        await discord.ExpectAsync("identify");

        await DiscordBot.AskAsync(discord);
    }

    [Fact]
    public async Task Doubled_events_are_answered_once()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        discord.DispatchChaos = new(Duplicated: 1, Delayed: 0.5, TimeSpan.FromMilliseconds(50));

        var questions = Enumerable.Range(0, 20).Select(number => discord.Ask($"Question {number}?")).ToArray();
        foreach (var question in questions)
        {
            await DiscordBot.ReplyToAsync(discord, question);
        }
        discord.ReplayLast(100);
        // What comes after the replay shows that the replay is through.
        discord.DispatchChaos = DispatchChaos.None;
        await DiscordBot.AskAsync(discord, "The last one?");

        Assert.All(questions, question => Assert.Single(DiscordBot.RepliesTo(discord, question)));
    }

    [Fact]
    public async Task Unknown_events_broken_payloads_and_changes_of_unknown_messages_do_no_harm()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        await DiscordBot.AskAsync(discord);

        discord.SendText("{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"s\":");
        discord.SendText("[]");
        discord.SendText("{\"op\":99,\"d\":null}");
        discord.SendBinary([0x78, 0x9c, 1, 2, 3]);
        discord.SendEvent("A_NEW_EVENT", new() { ["x"] = null });
        discord.SendEvent("MESSAGE_UPDATE", new() { ["id"] = "1", ["channel_id"] = "2" });
        discord.SendEvent("MESSAGE_DELETE", new() { ["id"] = "1", ["channel_id"] = "2" });
        discord.SendEvent("MESSAGE_CREATE", new() { ["id"] = null, ["author"] = null });

        await DiscordBot.AskAsync(discord);
        Assert.Equal(1, discord.ConnectionsOpened);
    }

    [Fact]
    public async Task A_slow_answer_stops_no_heartbeat()
    {
        await using var discord = await DiscordSimulator.StartAsync(new() { HeartbeatInterval = TimeSpan.FromMilliseconds(300) });
        using var gate = new ManualResetEventSlim();
        var retrieval = new FakeRetrieval();
        var answer = retrieval.Answer;
        retrieval.Answer = question =>
        {
            gate.Wait();
            return answer(question);
        };
        await using var bot = await DiscordBot.StartAsync(discord, _folder, retrieval);
        var question = discord.Ask("A hard one?");

        for (var beat = 0; beat < 5; beat++)
        {
            await discord.ExpectAsync("heartbeat");
        }

        Assert.Equal(1, discord.ConnectionsOpened);
        gate.Set();
        await DiscordBot.ReplyToAsync(discord, question);
    }

    [Fact]
    public async Task A_thousand_reconnects_leave_one_connection_one_session_and_no_timer_or_socket_behind()
    {
        const int Reconnects = 1000;
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        await DiscordBot.AskAsync(discord);
        await ReconnectAsync(discord, rounds: 20);
        var (timers, files) = (Timer.ActiveCount, OpenFiles());

        await ReconnectAsync(discord, Reconnects);

        await DiscordBot.AskAsync(discord);
        Assert.Equal(1, discord.OpenConnections);
        Assert.Single(discord.SessionIds);
        Assert.InRange(Timer.ActiveCount, 0, timers + Slack);
        Assert.InRange(OpenFiles(), 0, files + Slack);
    }

    [Fact]
    public async Task A_message_beyond_all_size_is_refused_with_1009_and_the_session_resumed()
    {
        const int TooLarge = 65 * 1024 * 1024;
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        await DiscordBot.AskAsync(discord);

        discord.SendText(new string(' ', TooLarge));
        await discord.ExpectAsync("resume");

        Assert.Equal(1009, (await discord.ExpectAsync("disconnect")).CloseCode);
        await DiscordBot.AskAsync(discord);
    }

    [Fact]
    public async Task With_few_sessions_left_today_no_new_one_is_begun_and_the_operator_is_told()
    {
        await using var discord = await DiscordSimulator.StartAsync(new() { SessionStarts = 5 });
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        await DiscordBot.AskAsync(discord);

        discord.InvalidateSession(resumable: false);
        await bot.Logs.WaitForAsync("starts no new session");

        Assert.Single(discord.GatewayLog, payload => payload.Name == "identify");
    }

    [Fact]
    public async Task Compression_survives_a_dropped_connection()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder, settings: ("Discord:Compress", true));
        await DiscordBot.AskAsync(discord);

        await discord.DropConnectionAsync();
        await discord.ExpectAsync("resume");

        await DiscordBot.AskAsync(discord);
        Assert.All(discord.GatewayLog.Where(payload => payload.Name == "connect"), connect => Assert.Contains("compress=zlib-stream", connect.Query, StringComparison.Ordinal));
    }

    private static async Task ReconnectAsync(DiscordSimulator discord, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            await discord.DropConnectionAsync();
            await discord.ExpectAsync("resume");
            // A resume that is cut off before RESUMED is heard would count as failed.
            await discord.HeardAsync();
        }
    }

    /// <summary>Sockets and files that this process has open, where the system tells.</summary>
    private static int OpenFiles() => Directory.Exists("/proc/self/fd") ? Directory.EnumerateFileSystemEntries("/proc/self/fd").Count() : 0;
}
