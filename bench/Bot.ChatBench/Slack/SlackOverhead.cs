using Bot.Slack.Simulator;
using Bot.Slack.Simulator.Load;

namespace Bot.ChatBench.Slack;

/// <summary>
/// From an event to the call with the reply, one at a time, extractive answers over the repository's documents. The reply is one call, so
/// that no round trip to Slack counts as the bot's; the loopback and the simulator do count.
/// </summary>
internal static class SlackOverhead
{
    private const int WarmUp = 200;
    private const int Asked = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<string> MeasureAsync()
    {
        await using var slack = await SlackSimulator.StartAsync(Storm.Options);
        await using var bot = new BotProcess(slack);
        var (ann, law) = await bot.StartReadyAsync(slack);
        var delays = new List<TimeSpan>();
        for (var number = 0; number < WarmUp + Asked; number++)
        {
            using var ledger = new ReplyLedger(slack);
            var text = Questions.At(number);
            ledger.Ask(() => ann.Mention(law, text));
            await ledger.WaitUntilUnansweredAsync(0, Patience);
            delays.AddRange(ledger.Delays);
        }
        return new Durations(delays.Skip(WarmUp)).ToString();
    }
}
