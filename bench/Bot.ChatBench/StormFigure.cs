using System.Globalization;
using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Load;

namespace Bot.ChatBench;

/// <summary>The storm, over the repository's documents.</summary>
internal static class StormFigure
{
    private const int Asked = 2000;

    public static async Task<string> MeasureAsync()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = new BotProcess(discord);
        using var ledger = await new Storm(discord, new(bot.StartAsync, bot.StopAsync, bot.KillAsync), Questions.At).RunAsync(Asked);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ledger.AnsweredOnce} of {ledger.Asked} questions with exactly one answer, {ledger.AnsweredTwice} with more, {ledger.Unanswered} with none");
    }
}
