using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Gateway;
using Bot.Testing;

namespace Bot.Discord.Tests.Fidelity;

/// <summary>What the conformance tests can't make discord.js do, it being too well behaved.</summary>
public sealed class GatewayTests
{
    [Theory]
    [InlineData("""{"op":99,"d":null}""", 4001)]
    [InlineData("not json", 4002)]
    [InlineData("""{"op":3,"d":{}}""", 4003)]
    [InlineData("""{"op":2,"d":{"token":"wrong","intents":1,"properties":{}}}""", 4004)]
    [InlineData("""{"op":6,"d":{"token":"wrong","session_id":"x","seq":1}}""", 4004)]
    public async Task A_bad_payload_closes_with_its_code(string payload, int code)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var gateway = await RawClient.ConnectAsync(discord);

        await gateway.SendTextAsync(payload);

        Assert.Equal(code, await gateway.CloseCodeAsync());
    }

    [Fact]
    public async Task A_payload_over_4096_bytes_closes_with_4002()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var gateway = await RawClient.ConnectAsync(discord);

        await gateway.SendAsync(1, new string('x', 4096));

        Assert.Equal(4002, await gateway.CloseCodeAsync());
    }

    [Fact]
    public async Task A_second_identify_closes_with_4005()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var gateway = await RawClient.ConnectAsync(discord);
        await gateway.IdentifyAsync(discord.Token);
        await gateway.EventAsync("READY");

        await gateway.IdentifyAsync(discord.Token);

        Assert.Equal(4005, await gateway.CloseCodeAsync());
    }

    [Fact]
    public async Task The_121st_payload_in_a_minute_closes_with_4008()
    {
        await using var discord = await DiscordSimulator.StartAsync(new() { Clock = new ManualTimeProvider() });
        using var gateway = await RawClient.ConnectAsync(discord);

        for (var beat = 0; beat < 121; beat++)
        {
            await gateway.SendAsync(1, null);
        }

        Assert.Equal(4008, await gateway.CloseCodeAsync());
    }

    [Fact]
    public async Task Another_api_version_closes_with_4012()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var gateway = await RawClient.ConnectAsync(discord, "?v=5&encoding=json");

        Assert.Equal(4012, await gateway.CloseCodeAsync());
    }

    [Fact]
    public async Task Identifying_again_within_the_window_is_answered_with_op_9()
    {
        var clock = new ManualTimeProvider();
        await using var discord = await DiscordSimulator.StartAsync(new() { Clock = clock, IdentifyWindow = TimeSpan.FromSeconds(5) });
        using var first = await RawClient.ConnectAsync(discord);
        await first.IdentifyAsync(discord.Token);
        await first.EventAsync("READY");
        using var second = await RawClient.ConnectAsync(discord);
        await second.NextAsync();

        await second.IdentifyAsync(discord.Token);
        Assert.Equal(9, (int)(await second.NextAsync())!["op"]!);
        clock.Advance(TimeSpan.FromSeconds(5));
        await second.IdentifyAsync(discord.Token);

        await second.EventAsync("READY");
    }

    [Fact]
    public async Task Identifying_beyond_the_days_budget_ends_all_sessions_and_the_token()
    {
        await using var discord = await DiscordSimulator.StartAsync(new() { SessionStarts = 1 });
        using var first = await RawClient.ConnectAsync(discord);
        await first.IdentifyAsync(discord.Token);
        await first.EventAsync("READY");
        using var second = await RawClient.ConnectAsync(discord);

        await second.IdentifyAsync(discord.Token);

        Assert.Equal(4004, await second.CloseCodeAsync());
        Assert.Equal(4004, await first.CloseCodeAsync());
    }

    [Fact]
    public async Task A_resume_replays_exactly_what_was_missed_in_order()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        var (session, sequence) = await StartSessionAsync(discord);
        discord.Post(discord.User, discord.Channel, "one");
        discord.Post(discord.User, discord.Channel, "two");

        using var resumed = await ResumeAsync(discord, session, sequence);

        Assert.Equal("one", (string?)(await resumed.EventAsync("MESSAGE_CREATE"))["d"]!["content"]);
        Assert.Equal("two", (string?)(await resumed.NextAsync())!["d"]!["content"]);
        Assert.Equal("RESUMED", (string?)(await resumed.NextAsync())!["t"]);
    }

    [Fact]
    public async Task A_resume_with_a_sequence_that_never_was_closes_with_4007()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        var (session, sequence) = await StartSessionAsync(discord);

        using var resumed = await ResumeAsync(discord, session, sequence + 1);

        Assert.Equal(4007, await resumed.CloseCodeAsync());
    }

    [Fact]
    public async Task A_session_that_lost_its_connection_too_long_ago_or_missed_too_much_is_invalid()
    {
        var clock = new ManualTimeProvider();
        await using var discord = await DiscordSimulator.StartAsync(new() { Clock = clock, ReplayLimit = 3 });
        var (session, sequence) = await StartSessionAsync(discord);
        for (var missed = 0; missed < 4; missed++)
        {
            discord.Post(discord.User, discord.Channel, "missed");
        }
        using var missedTooMuch = await ResumeAsync(discord, session, sequence);
        await AssertInvalidAsync(missedTooMuch);

        var (late, lateSequence) = await StartSessionAsync(discord);
        clock.Advance(TimeSpan.FromMinutes(4));
        using var tooLate = await ResumeAsync(discord, late, lateSequence);
        await AssertInvalidAsync(tooLate);
    }

    [Fact]
    public async Task Closing_with_1000_ends_the_session()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using (var gateway = await RawClient.ConnectAsync(discord))
        {
            await gateway.IdentifyAsync(discord.Token);
            await gateway.EventAsync("READY");
            Assert.Single(discord.SessionIds);
            await gateway.CloseAsync(1000);
            Assert.Equal(1000, (await discord.ExpectAsync("disconnect")).CloseCode);
        }

        Assert.Empty(discord.SessionIds);
    }

    [Fact]
    public async Task Doubled_and_delayed_events_all_come()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var gateway = await RawClient.ConnectAsync(discord);
        await gateway.IdentifyAsync(discord.Token);
        await gateway.EventAsync("GUILD_CREATE");
        discord.DispatchChaos = new(Duplicated: 1, Delayed: 1, TimeSpan.FromMilliseconds(20));

        for (var message = 0; message < 10; message++)
        {
            discord.Post(discord.User, discord.Channel, $"{message}");
        }

        var heard = new List<string>();
        while (heard.Count < 20)
        {
            heard.Add((string)(await gateway.EventAsync("MESSAGE_CREATE"))["d"]!["content"]!);
        }
        Assert.All(heard.CountBy(content => content), count => Assert.Equal(2, count.Value));
    }

    [Fact]
    public async Task Without_an_intent_its_events_do_not_come()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var gateway = await RawClient.ConnectAsync(discord);
        await gateway.IdentifyAsync(discord.Token, (int)Intents.DirectMessages);
        await gateway.EventAsync("READY");

        discord.Post(discord.User, discord.Channel, "in the guild");
        discord.Post(discord.User, discord.Direct(discord.User), "in private");

        Assert.Equal("in private", (string?)(await gateway.NextAsync())!["d"]!["content"]);
    }

    private static async Task<(string Session, int Sequence)> StartSessionAsync(DiscordSimulator discord)
    {
        using var gateway = await RawClient.ConnectAsync(discord);
        await gateway.IdentifyAsync(discord.Token);
        var ready = await gateway.EventAsync("READY");
        var guild = await gateway.EventAsync("GUILD_CREATE");
        await discord.DropConnectionAsync();
        return ((string)ready["d"]!["session_id"]!, (int)guild["s"]!);
    }

    private static async Task<RawClient.RawGateway> ResumeAsync(DiscordSimulator discord, string session, int sequence)
    {
        var gateway = await RawClient.ConnectAsync(discord);
        await gateway.NextAsync();
        await gateway.SendAsync(6, new { token = discord.Token, session_id = session, seq = sequence });
        return gateway;
    }

    private static async Task AssertInvalidAsync(RawClient.RawGateway gateway)
    {
        var payload = (await gateway.NextAsync())!;
        Assert.Equal(9, (int)payload["op"]!);
        Assert.False((bool)payload["d"]!);
    }
}
