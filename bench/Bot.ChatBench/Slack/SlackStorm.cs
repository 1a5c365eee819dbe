using System.Globalization;
using Bot.Slack.Simulator;
using Bot.Slack.Simulator.Load;

namespace Bot.ChatBench.Slack;

/// <summary>The storm, over the repository's documents.</summary>
internal static class SlackStorm
{
    private const int Asked = 2000;

    public static async Task<string> MeasureAsync()
    {
        await using var slack = await SlackSimulator.StartAsync(Storm.Options);
        await using var bot = new BotProcess(slack);
        using var ledger = await new Storm(slack, new(bot.StartAsync, bot.StopAsync, bot.KillAsync), Questions.At).RunAsync(Asked);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ledger.AnsweredOnce} of {ledger.Asked} questions with exactly one answer, {ledger.AnsweredTwice} with more, {ledger.Unanswered} with none");
    }
}
