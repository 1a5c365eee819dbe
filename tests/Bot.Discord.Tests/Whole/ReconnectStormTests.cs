using Bot.Discord.Gateway;
using Bot.Discord.Simulator;
using Bot.Discord.Tests.Fakes;
using Xunit.Abstractions;

namespace Bot.Discord.Tests.Whole;

/// <summary>Runs by itself: it counts what the whole process holds.</summary>
[Collection(nameof(ReconnectStormTests))]
[CollectionDefinition(nameof(ReconnectStormTests), DisableParallelization = true)]
public sealed class ReconnectStormTests(ITestOutputHelper output)
{
    private const int WarmUp = 50;
    private const int Reconnects = 1_000;

    [Fact]
    public async Task Leaves_no_socket_task_or_timer_behind_over_a_thousand_reconnects()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        await ReconnectAsync(discord, bot, WarmUp);
        var before = Count();

        await ReconnectAsync(discord, bot, Reconnects);

        var after = Count();
        Assert.Equal(1, discord.OpenConnections);
        Assert.Equal(1 + WarmUp + Reconnects, discord.ConnectionsOpened);
        Assert.Single(discord.GatewayLog, payload => payload.Name == "identify");
        // A connection that is being closed may still be there on either side; a leak would show a thousand.
        Assert.InRange(after.Sockets, 0, before.Sockets + 10);
        Assert.InRange(after.Timers, 0, before.Timers + 10);
        GC.Collect();
        output.WriteLine($"{Reconnects} reconnects: sockets {before.Sockets} -> {after.Sockets}, timers {before.Timers} -> {after.Timers}, transports alive {bot.Transports.Alive} of {bot.Transports.Made}");
        Assert.Equal(1 + WarmUp + Reconnects, bot.Transports.Made);
        Assert.InRange(bot.Transports.Alive, 1, 10);
    }

    private static async Task ReconnectAsync(DiscordSimulator discord, LiveBot bot, int times)
    {
        for (var time = 0; time < times; time++)
        {
            switch (time % 4)
            {
                case 0:
                    discord.RequestReconnect();
                    break;
                case 1:
                    await discord.DropConnectionAsync();
                    break;
                case 2:
                    await discord.DropConnectionAsync(4000);
                    break;
                default:
                    await discord.DropConnectionAsync(1012);
                    break;
            }
            await bot.Handler.TakenAsync<GatewayEvent.Resumed>();
        }
    }

    private static (int Sockets, long Timers) Count() => (
        OperatingSystem.IsLinux() ? Directory.EnumerateFiles("/proc/self/fd").Count(file => new FileInfo(file).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true) : 0,
        Timer.ActiveCount);
}
