using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Gateway;
using Bot.Discord.Simulator.Rest;
using Bot.Host.Admin;
using Bot.Host.Tests.Support;
using Bot.Testing;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Discord;

[Collection(nameof(ProcessExitCode))]
public sealed class StartOnDiscordTests : IDisposable
{
    private const string GetCommands = "GET /applications/{application}/commands";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeRetrieval _retrieval = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_start_log_has_the_invite_link_with_what_is_needed_and_no_more()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await BotOnDiscord.StartAsync(_folder, discord, _retrieval);

        // View Channel, Send Messages, Embed Links, Attach Files, Read Message History, Create Public Threads, Send Messages in Threads.
        const ulong Needed = (1UL << 10) | (1UL << 11) | (1UL << 14) | (1UL << 15) | (1UL << 16) | (1UL << 35) | (1UL << 38);
        Assert.Contains(bot.Logs.At(LogLevel.Information), line => line.EndsWith(
            $"https://discord.com/oauth2/authorize?client_id={discord.Bot.Id}&scope=bot%20applications.commands&permissions={Needed}", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Message.Contains(discord.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_token_ends_the_worker_with_one_sentence_that_says_what_to_do()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await BotOnDiscord.StartAsync(_folder, discord, _retrieval, connects: false, settings: ("Discord:Token", "another.token"));

        await bot.EndedAsync();

        Assert.Contains("Reset Token", Assert.Single(bot.Logs.At(LogLevel.Critical)), StringComparison.Ordinal);
        Assert.True(bot.Get<WorkerOutcome>().HasFailed);
    }

    [Fact]
    public async Task An_intent_that_is_insisted_on_and_not_granted_ends_the_worker_with_its_name()
    {
        await using var discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { GrantedIntents = Intents.None });
        await using var bot = await BotOnDiscord.StartAsync(_folder, discord, _retrieval, connects: false, settings: ("Discord:MessageContent", "on"));

        await bot.EndedAsync();

        Assert.Contains("MessageContent", Assert.Single(bot.Logs.At(LogLevel.Critical)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_intent_that_is_not_granted_is_done_without()
    {
        await using var discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { GrantedIntents = Intents.None });
        await using var bot = await BotOnDiscord.StartAsync(_folder, discord, _retrieval);

        discord.Ask("How long?");
        await discord.ExpectReplyAsync(_ => true);

        Assert.Contains(bot.Logs.At(LogLevel.Information), line => line.Contains("Message Content Intent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commands_that_cannot_be_written_hold_nobody_up_and_are_tried_again()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        discord.FailNext(GetCommands, new RestFault.ServerError(503, Applied: false), times: int.MaxValue);
        await using var bot = await DiscordBot.StartAsync(discord, _folder, clock: new FastTimeProvider(20));

        await DiscordBot.AskAsync(discord);
        await bot.Logs.WaitForAsync("can't be written yet");
        discord.ClearRestFaults();
        await discord.ExpectRequestAsync("PUT /applications/{application}/commands");

        Assert.Contains(discord.Commands, command => command.Name == "ask");
    }

    [Fact]
    public async Task Ready_means_an_index_and_a_connection()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        _folder.Write("seeds/a.txt", "Records are kept for seven years.");
        await using var bot = await BotOnDiscord.StartAsync(_folder, discord);
        using var http = new HttpClient { BaseAddress = bot.Get<HealthServer>().Address };

        // The reply comes over the connection and from the index, so both are there.
        discord.Ask("How long?");
        await discord.ExpectReplyAsync(_ => true);
        var ready = await http.GetAsync("/health/ready");
        var live = await http.GetAsync("/health/live");
        await discord.DropConnectionAsync(closeCode: 4004);
        await bot.EndedAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (ready.StatusCode, live.StatusCode));
        var body = JsonElement.Parse(await ready.Content.ReadAsStringAsync());
        Assert.Equal("ready", body.GetProperty("status").GetString());
        Assert.Equal("connected", body.GetProperty("platforms")[0].GetProperty("connection").GetString());
        Assert.False(bot.Get<BotStatus>().Now().IsReady);
    }

    [Theory]
    [InlineData("seeds", "another.token")]
    [InlineData("nowhere", null)]
    public async Task What_cannot_be_served_ends_the_process_with_1(string seeds, string? token)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        _folder.Write("seeds/a.txt", "Records are kept for seven years.");
        _folder.Write("appsettings.json", $$"""
            { "Bot": { "Seeds": { "Path": "{{seeds}}" }, "Http": { "Address": "" },
                       "Discord": { "Token": "{{token ?? discord.Token}}", "ApiBaseAddress": "{{discord.ApiBaseAddress}}" } } }
            """);

        var run = await CommandLineRun.RunAsync(_folder, []);
        // The failed start has set it for the whole process, which here is the tests'.
        Environment.ExitCode = 0;

        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task An_address_for_health_that_is_taken_ends_the_process_with_1_and_says_which_setting()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        _folder.Write("appsettings.json", $$"""
            { "Bot": { "Http": { "Address": "http://{{taken.LocalEndpoint}}" }, "Discord": { "Token": "a.token", "ApiBaseAddress": "http://127.0.0.1:9/" } } }
            """);

        var run = await CommandLineRun.RunAsync(_folder, []);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("set Bot:Http:Address to a free one", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_the_worker_ends_the_process_with_0()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        _folder.Write("seeds/a.txt", "Records are kept for seven years.");
        _folder.Write("appsettings.json", $$"""
            { "Bot": { "Http": { "Address": "" }, "Discord": { "Token": "{{discord.Token}}", "ApiBaseAddress": "{{discord.ApiBaseAddress}}" } } }
            """);
        using var interrupt = new CancellationTokenSource();

        var running = CommandLineRun.RunAsync(_folder, [], cancellationToken: interrupt.Token);
        await discord.ExpectAsync("identify");
        discord.Ask("How long are records kept?");
        await discord.ExpectReplyAsync(_ => true);
        await interrupt.CancelAsync();

        Assert.Equal(0, (await running).ExitCode);
    }
}
