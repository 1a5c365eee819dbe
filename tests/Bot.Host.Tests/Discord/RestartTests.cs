using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Rest;
using Bot.Discord.Simulator.State;
using Bot.Host.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Discord;

/// <summary>Ends and new starts of the bot: nothing is lost and nothing said twice.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_a_restart_the_session_goes_on_and_what_was_asked_meanwhile_is_answered()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using (await DiscordBot.StartAsync(discord, _folder))
        {
            await DiscordBot.AskAsync(discord);
        }
        Assert.NotInRange((await discord.ExpectAsync("disconnect")).CloseCode ?? 4000, 1000, 1001);
        var missed = discord.Ask("And while you were away?");

        await using var bot = DiscordBot.Launch(discord, _folder);
        await DiscordBot.ReplyToAsync(discord, missed);

        Assert.Single(DiscordBot.RepliesTo(discord, missed));
        Assert.Single(discord.GatewayLog, payload => payload.Name == "identify");
    }

    [Fact]
    public async Task What_was_answered_before_a_restart_is_not_answered_again_when_it_is_replayed()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        var question = await AskBeforeRestartAsync(discord);

        await using var bot = DiscordBot.Launch(discord, _folder);
        await discord.ExpectAsync("resume");
        discord.ReplayLast(100);
        await DiscordBot.AskAsync(discord, "The last one?");

        Assert.Single(DiscordBot.RepliesTo(discord, question));
    }

    [Fact]
    public async Task An_answer_in_the_making_is_finished_before_the_end()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var gate = new ManualResetEventSlim();
        var bot = await DiscordBot.StartAsync(discord, _folder, Slow(gate));
        var question = discord.Ask("A hard one?");
        await discord.ExpectRequestAsync(RateLimitPlan.Typing);

        var stopping = bot.StopAsync();
        gate.Set();

        Assert.Equal(0, await stopping);
        Assert.Single(DiscordBot.RepliesTo(discord, question));
    }

    [Fact]
    public async Task The_slash_commands_are_written_once()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        for (var start = 0; start < 2; start++)
        {
            await using var bot = DiscordBot.Launch(discord, _folder);
            await discord.ExpectAsync("connect");
        }

        Assert.NotEmpty(discord.Commands);
        Assert.Single(discord.RestLog, request => request.Route == "PUT /applications/{application}/commands");
    }

    [Fact]
    public async Task The_log_names_the_invitation_with_the_permissions_that_are_needed()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);

        Assert.Single(bot.Logs.At(LogLevel.Information), line =>
            line.StartsWith("Invite the bot", StringComparison.Ordinal) && line.Contains($"client_id={discord.Bot.Id}", StringComparison.Ordinal)
            && line.Contains("applications.commands", StringComparison.Ordinal));
    }

    private async Task<SimMessage> AskBeforeRestartAsync(DiscordSimulator discord)
    {
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        var question = discord.Ask("How long?");
        await DiscordBot.ReplyToAsync(discord, question);
        return question;
    }

    private static FakeRetrieval Slow(ManualResetEventSlim gate)
    {
        var retrieval = new FakeRetrieval();
        var answer = retrieval.Answer;
        retrieval.Answer = question =>
        {
            gate.Wait();
            return answer(question);
        };
        return retrieval;
    }
}
