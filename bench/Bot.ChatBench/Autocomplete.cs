using System.Globalization;
using System.Text;
using Bot.Discord.Simulator;

namespace Bot.ChatBench;

/// <summary>From a typed digit to the choices, over a law of 10,000 clauses.</summary>
internal static class Autocomplete
{
    private const int Clauses = 10_000;
    private const int WarmUp = 100;
    private const int Typed = 1000;

    public static async Task<string> MeasureAsync()
    {
        var seeds = Directory.CreateTempSubdirectory("bot-bench-seeds-");
        await File.WriteAllTextAsync(Path.Combine(seeds.FullName, "law.md"), Law());
        try
        {
            await using var discord = await DiscordSimulator.StartAsync();
            await using var bot = new BotProcess(discord, seeds.FullName);
            await bot.StartReadyAsync(discord);
            var delays = new List<TimeSpan>();
            var choices = 0;
            for (var number = 0; number < WarmUp + Typed; number++)
            {
                var text = (number * 7919 % Clauses).ToString(CultureInfo.InvariantCulture)[..(number % 3 == 0 ? 1 : ^0)];
                var response = await discord.TypeOption(discord.User, discord.Channel, "clause", "reference", text).ResponseAsync();
                delays.Add(response.After);
                choices += response.Choices.Count();
            }
            return $"{new Durations(delays.Skip(WarmUp))}, {choices / (double)delays.Count:0.0} choices each";
        }
        finally
        {
            seeds.Delete(recursive: true);
        }
    }

    private static string Law()
    {
        var law = new StringBuilder("# 测试法\n");
        for (var article = 1; article <= Clauses; article++)
        {
            law.Append(CultureInfo.InvariantCulture, $"\n第{article}条 当事人应当遵守编号为{article}的规定。\n");
        }
        return law.ToString();
    }
}
