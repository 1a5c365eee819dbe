using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Load;

namespace Bot.ChatBench;

/// <summary>200 questions a second for 60 seconds: what is lost, how late answers are, and what the bot's memory does.</summary>
internal static class Sustained
{
    private const int PerSecond = 200;
    private const int Seconds = 60;
    private const int Users = 50;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<string> MeasureAsync()
    {
        await using var discord = await DiscordSimulator.StartAsync(new() { HistoryLimit = 40_000 });
        await using var bot = new BotProcess(discord);
        await bot.StartReadyAsync(discord);
        using var ledger = new ReplyLedger(discord);
        var users = Enumerable.Range(0, Users).Select(number => discord.AddUser($"user-{number}")).ToArray();
        var memory = new List<double>();
        using var beats = new PeriodicTimer(Beat, TimeProvider.System);
        var began = TimeProvider.System.GetTimestamp();
        while (ledger.Asked < PerSecond * Seconds && await beats.WaitForNextTickAsync())
        {
            var elapsed = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            while (ledger.Asked < Math.Min(elapsed, Seconds) * PerSecond)
            {
                ledger.Ask(users[ledger.Asked % Users], discord.Channel, Questions.At(ledger.Asked));
            }
            if (memory.Count < elapsed)
            {
                memory.Add(bot.WorkingSet / 1024.0 / 1024.0);
            }
        }
        await ledger.WaitUntilUnansweredAsync(0, Patience);
        await bot.StopAsync();
        return $"{ledger.AnsweredOnce} of {ledger.Asked} answered once, {ledger.AnsweredTwice} twice; answer after {new Durations(ledger.Delays)}; "
            + $"memory {Mean(memory, Seconds / 3):0} MiB in second {Seconds / 3}, {Mean(memory, Seconds * 2 / 3):0} MiB in second {Seconds * 2 / 3}, {Mean(memory, memory.Count - 1):0} MiB at the end";
    }

    private static double Mean(List<double> memory, int around) => memory.Skip(Math.Max(0, around - 5)).Take(6).Average();
}
