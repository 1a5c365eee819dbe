using Bot.Slack.Simulator;
using Bot.Slack.Simulator.Load;

namespace Bot.ChatBench.Slack;

/// <summary>From a question to the first thing its asker sees: the status or the answer.</summary>
internal static class SlackFirstSign
{
    private const int Asked = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<string> MeasureAsync()
    {
        await using var slack = await SlackSimulator.StartAsync(Storm.Options);
        await using var bot = new BotProcess(slack);
        var (ann, law) = await bot.StartReadyAsync(slack);
        using var ledger = new ReplyLedger(slack);
        for (var number = 0; number < Asked; number++)
        {
            var text = Questions.At(number);
            ledger.Ask(() => ann.Mention(law, text));
            await ledger.WaitUntilUnansweredAsync(0, Patience);
        }
        return new Durations(ledger.FirstSigns).ToString();
    }
}
