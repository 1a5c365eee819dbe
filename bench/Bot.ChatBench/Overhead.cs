using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Load;

namespace Bot.ChatBench;

/// <summary>
/// From an event to the request with the reply, one at a time, extractive answers over the repository's documents. The reply is one
/// request here (no thread), so that no round trip to Discord counts as the bot's; the loopback and the simulator do count.
/// </summary>
internal static class Overhead
{
    private const int WarmUp = 200;
    private const int Asked = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<string> MeasureAsync()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = new BotProcess(discord, settings: ("Discord:AnswerIn", "reply"));
        await bot.StartReadyAsync(discord);
        using var ledger = new ReplyLedger(discord);
        for (var number = 0; number < WarmUp + Asked; number++)
        {
            ledger.Ask(discord.User, discord.Channel, Questions.At(number));
            await ledger.WaitUntilUnansweredAsync(0, Patience);
        }
        return new Durations(ledger.Delays.Skip(WarmUp)).ToString();
    }
}
