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

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_of_2000_questions_gets_exactly_one_answer_through_drops_doubles_errors_and_two_restarts()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        _folder.Write("seeds/warranty.md", "# Warranty\n\nThe warranty lasts seven years. Repairs are free in the first two years.\n");
        DiscordSettingsFile.Write(
            _folder, discord, [("Discord:RequestsPerSecond", 2000), ("Conversations:QuestionsPerUserPerMinute", 0), ("Conversations:QuestionsPerMinute", 0)]);

        using var program = new ProgramUnderStorm(_folder);
        using var ledger = await new Storm(discord, new(program.StartAsync, program.StopAsync, program.KillAsync), number => $"How long does warranty {number} last?").RunAsync(Questions);

        Assert.Equal((Questions, Questions, 0), (ledger.Asked, ledger.AnsweredOnce, ledger.AnsweredTwice));
    }
}
