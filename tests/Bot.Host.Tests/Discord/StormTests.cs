using System.Text.Json;
using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Load;
using Bot.Host.Tests.Support;

namespace Bot.Host.Tests.Discord;

/// <summary>The program itself, in processes of its own, through all faults at once.</summary>
[Collection(StormGroup.Name)]
public sealed class StormTests : IDisposable
{
    private const int Questions = 2000;

    private readonly TemporaryFolder _folder = new();
    private HostProcess? _process;
    private Task<string> _log = Task.FromResult("");

    public void Dispose()
    {
        _process?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_of_2000_questions_gets_exactly_one_answer_through_drops_doubles_errors_and_two_restarts()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        _folder.Write("seeds/warranty.md", "# Warranty\n\nThe warranty lasts seven years. Repairs are free in the first two years.\n");
        _folder.Write("appsettings.json", JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Bot:Discord:Token"] = discord.Token,
            ["Bot:Discord:ApiBaseAddress"] = discord.ApiBaseAddress.AbsoluteUri,
            ["Bot:Discord:RequestsPerSecond"] = 2000,
            ["Bot:Http:Address"] = "",
            ["Bot:Conversations:QuestionsPerUserPerMinute"] = 0,
            ["Bot:Conversations:QuestionsPerMinute"] = 0,
        }));

        using var ledger = await new Storm(discord, new(StartAsync, StopAsync, KillAsync), number => $"How long does warranty {number} last?").RunAsync(Questions);

        Assert.Equal((Questions, Questions, 0), (ledger.Asked, ledger.AnsweredOnce, ledger.AnsweredTwice));
    }

    private Task StartAsync()
    {
        _process = HostProcess.Start(_folder.Path, []);
        // Read, so that a full pipe never holds it up.
        _log = _process.Error.ReadToEndAsync();
        return Task.CompletedTask;
    }

    private async Task StopAsync()
    {
        _process!.Interrupt();
        Assert.True(await _process.ExitCodeAsync() == 0, await _log);
        await KillAsync();
    }

    private Task KillAsync()
    {
        _process?.Dispose();
        _process = null;
        return Task.CompletedTask;
    }
}
