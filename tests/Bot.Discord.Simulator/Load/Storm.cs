using Bot.Discord.Simulator.Gateway;
using Bot.Discord.Simulator.Rest;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Load;

/// <summary>
/// Many questions of many users while Discord drops connections, sends a fifth of the events twice, delays and reorders others,
/// answers 429 and 5xx (half of these after doing what was asked), and the bot is stopped once and killed once.
/// </summary>
public sealed class Storm(DiscordSimulator discord, StormBot bot, Func<int, string> question)
{
    private const int Users = 50;
    private const int MostUnanswered = 150;

    // Real time: the bot is a process of its own. Long pauses between reconnects are the bot's right.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Runs it.</summary>
    /// <returns>The account of all questions; the caller disposes it.</returns>
    public async Task<ReplyLedger> RunAsync(int questions)
    {
        var ledger = new ReplyLedger(discord);
        var users = Enumerable.Range(0, Users).Select(number => discord.AddUser($"user-{number}")).ToArray();
        await bot.Start();
        await discord.ExpectAsync("identify");
        discord.DispatchChaos = new(Duplicated: 0.2, Delayed: 0.2, TimeSpan.FromMilliseconds(300));
        discord.RestChaos = new(RateLimited: 0.04, FailedBefore: 0.03, FailedAfter: 0.03, TimeSpan.FromMilliseconds(200));
        for (var number = 0; number < questions; number++)
        {
            await DisturbAsync(number, questions);
            if (!await ledger.WaitUntilUnansweredAsync(MostUnanswered, Patience))
            {
                break;
            }
            ledger.Ask(users[number % Users], discord.Channel, question(number));
        }
        await ledger.WaitUntilUnansweredAsync(0, Patience);
        // Its last retries could still double an answer; stopping waits for them.
        await bot.Stop();
        discord.DispatchChaos = DispatchChaos.None;
        discord.RestChaos = RestChaos.None;
        return ledger;
    }

    private async Task DisturbAsync(int number, int questions)
    {
        if (number == questions / 3)
        {
            await bot.Stop();
            await bot.Start();
        }
        else if (number == questions * 2 / 3)
        {
            await bot.Kill();
            await bot.Start();
        }
        else if (number > 0 && number % (questions / 12) == 0)
        {
            await DropAsync(number / (questions / 12));
        }
    }

    private async Task DropAsync(int drop)
    {
        switch (drop % 3)
        {
            case 0:
                discord.RequestReconnect();
                break;
            case 1:
                await discord.DropConnectionAsync();
                break;
            default:
                await discord.DropConnectionAsync(CloseCodes.Unknown);
                break;
        }
        discord.ReplayLast(20);
    }
}
