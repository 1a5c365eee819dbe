using Bot.Slack.Simulator;
using Bot.Slack.Simulator.Load;

namespace Bot.ChatBench.Slack;

/// <summary>200 questions a second for 60 seconds: what is lost, how late acknowledgements, first signs and answers are, and the bot's memory.</summary>
internal static class SlackSustained
{
    private const int PerSecond = 200;
    private const int Seconds = 60;
    private const int People = 50;
    private const int Channels = 20;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<string> MeasureAsync()
    {
        await using var slack = await SlackSimulator.StartAsync(Storm.Options with { HistoryLimit = 5_000 });
        await using var bot = new BotProcess(slack);
        await bot.StartReadyAsync(slack);
        var people = Enumerable.Range(0, People).Select(number => slack.AddUser($"person-{number}")).ToArray();
        var channels = Enumerable.Range(0, Channels).Select(number => slack.AddChannel($"channel-{number}", people)).ToArray();
        using var ledger = new ReplyLedger(slack);
        var (asked, memory) = (0, new List<double>());
        using var beats = new PeriodicTimer(Beat, TimeProvider.System);
        var began = TimeProvider.System.GetTimestamp();
        while (asked < PerSecond * Seconds && await beats.WaitForNextTickAsync())
        {
            var elapsed = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            for (; asked < Math.Min(elapsed, Seconds) * PerSecond; asked++)
            {
                var number = asked;
                ledger.Ask(() => people[number % People].Mention(channels[number % Channels], Questions.At(number)));
            }
            if (memory.Count < elapsed)
            {
                memory.Add(bot.WorkingSet / 1024.0 / 1024.0);
            }
        }
        await ledger.WaitUntilUnansweredAsync(0, Patience);
        await bot.StopAsync();
        return $"{ledger.AnsweredOnce} of {ledger.Asked} answered once, {ledger.AnsweredTwice} twice; "
            + $"acknowledged after {new Durations(slack.Sockets.AcknowledgementLatencies)}; "
            + $"first sign after {new Durations(ledger.FirstSigns)}; answer after {new Durations(ledger.Delays)}; "
            + $"memory {Mean(memory, Seconds / 3):0} MiB in second {Seconds / 3}, {Mean(memory, memory.Count - 1):0} MiB at the end";
    }

    private static double Mean(List<double> memory, int around) => memory.Skip(Math.Max(0, around - 5)).Take(6).Average();
}
