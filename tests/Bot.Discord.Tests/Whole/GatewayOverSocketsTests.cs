using Bot.Discord.Gateway;
using Bot.Discord.Simulator;
using Bot.Discord.Tests.Fakes;

namespace Bot.Discord.Tests.Whole;

/// <summary>The client over real sockets.</summary>
public sealed class GatewayOverSocketsTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Misses_nothing_and_repeats_nothing_over_dropped_connections(bool compress)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord, options => options.Compress = compress);
        var asked = new List<string>();
        for (var round = 0; round < 20; round++)
        {
            await discord.DropConnectionAsync(round % 4 == 0 ? 4000 : null);
            for (var question = 0; question < 5; question++)
            {
                asked.Add($"question {round}.{question} 日本");
                discord.Ask(asked[^1]);
            }
        }
        foreach (var question in asked)
        {
            Assert.Equal(question, await bot.QuestionAsync());
        }
        Assert.Single(discord.GatewayLog, payload => payload.Name == "identify");
        Assert.Equal(compress, discord.GatewayLog.All(payload => payload.Name != "connect" || payload.ToString().Contains("zlib-stream", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1011)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4009)]
    public async Task Comes_back_after_a_close_code_that_allows_it(int code)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        await discord.DropConnectionAsync(code);
        await discord.ExpectAsync("resume");
        discord.Ask("still there?");
        Assert.Equal("still there?", await bot.QuestionAsync());
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task Stays_away_after_a_close_code_that_forbids_it(int code)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        await discord.DropConnectionAsync(code);
        Assert.IsType<GatewayOutcome.Failed>(await bot.Outcome);
        Assert.Equal(1, discord.ConnectionsOpened);
    }

    [Fact]
    public async Task Stops_at_a_wrong_token()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = new LiveBot(discord, options => options.Token = "wrong");
        Assert.Contains("token", Assert.IsType<GatewayOutcome.Failed>(await bot.Outcome).Reason, StringComparison.Ordinal);
        Assert.Equal(1, discord.InvalidRequests);
    }

    [Fact]
    public async Task Names_an_intent_that_is_not_switched_on()
    {
        await using var discord = await DiscordSimulator.StartAsync(new() { GrantedIntents = Bot.Discord.Simulator.Gateway.Intents.None });
        await using var bot = new LiveBot(discord);
        Assert.Contains("MessageContent", Assert.IsType<GatewayOutcome.Failed>(await bot.Outcome).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconnects_when_asked_and_resumes()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        discord.RequestReconnect();
        await bot.Handler.TakenAsync<GatewayEvent.Resumed>();
        discord.Ask("and now?");
        Assert.Equal("and now?", await bot.QuestionAsync());
    }

    [Fact]
    public async Task Answers_a_heartbeat_request()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        await discord.ExpectAsync("heartbeat");
        discord.RequestHeartbeat();
        await discord.ExpectAsync("heartbeat");
    }

    [Fact]
    public async Task Notices_a_silent_connection_and_resumes()
    {
        await using var discord = await DiscordSimulator.StartAsync(new() { HeartbeatInterval = TimeSpan.FromMilliseconds(100) });
        await using var bot = await LiveBot.StartAsync(discord);
        discord.Silence();
        discord.Ask("into the silence");
        Assert.Equal("into the silence", await bot.QuestionAsync());
        await discord.ExpectAsync("resume");
    }

    [Fact]
    public async Task Goes_on_over_broken_payloads()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        discord.SendText("{\"op\":0,");
        discord.SendBinary([0, 1, 2]);
        discord.SendText("null");
        discord.Ask("after the noise");
        Assert.Equal("after the noise", await bot.QuestionAsync());
        Assert.Equal(1, discord.ConnectionsOpened);
    }

    [Fact]
    public async Task Resumes_with_a_fresh_stream_when_decompression_breaks()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord, options => options.Compress = true);
        discord.SendBinary([9, 9, 9, 9, 0x00, 0x00, 0xFF, 0xFF]);
        await bot.Handler.TakenAsync<GatewayEvent.Resumed>();
        discord.Ask("after the break");
        Assert.Equal("after the break", await bot.QuestionAsync());
    }

    [Fact]
    public async Task Resumes_after_a_message_over_the_size_limit()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord, options => options.MaxPayloadBytes = 100_000);
        discord.SendText($"{{\"op\":11,\"d\":\"{new string('x', 200_000)}\"}}");
        await bot.Handler.TakenAsync<GatewayEvent.Resumed>();
    }

    [Fact]
    public async Task Hears_everything_since_the_last_run_after_a_restart()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using (var before = await LiveBot.StartAsync(discord, options => options.StateFolder = _folder))
        {
            discord.Ask("before");
            Assert.Equal("before", await before.QuestionAsync());
        }
        discord.Ask("in between");
        await using var after = new LiveBot(discord, options => options.StateFolder = _folder);
        discord.Ask("after");
        Assert.Equal("in between", await after.QuestionAsync());
        Assert.Equal("after", await after.QuestionAsync());
        Assert.Single(discord.GatewayLog, payload => payload.Name == "identify");
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
