using Bot.Discord.Simulator;

namespace Bot.ChatBench;

/// <summary>From a question to the first thing its asker sees: typing, the thread, the answer, or "thinking…" for a command.</summary>
internal static class FirstSign
{
    private const int Asked = 500;

    public static async Task<string> MeasureAsync()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = new BotProcess(discord);
        await bot.StartReadyAsync(discord);
        var mentions = new List<TimeSpan>();
        var commands = new List<TimeSpan>();
        for (var number = 0; number < Asked; number++)
        {
            mentions.Add(await MentionAsync(discord, number));
            commands.Add(await CommandAsync(discord, number));
        }
        return $"mention {new Durations(mentions)}; command {new Durations(commands)}";
    }

    private static async Task<TimeSpan> MentionAsync(DiscordSimulator discord, int number)
    {
        var first = new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Seen(Bot.Discord.Simulator.Rest.RestRequest request) => first.TrySetResult(request.At);
        discord.RequestAnswered += Seen;
        var question = discord.Ask(Questions.At(number));
        var at = await first.Task;
        discord.RequestAnswered -= Seen;
        await discord.ExpectReplyAsync(message => message.ChannelId == question.Id || message.ReferenceId == question.Id);
        return at - question.PostedAt;
    }

    private static async Task<TimeSpan> CommandAsync(DiscordSimulator discord, int number)
    {
        var options = new Dictionary<string, object>(StringComparer.Ordinal) { ["question"] = Questions.At(number) };
        var command = discord.RunCommand(discord.User, discord.Channel, "ask", options);
        var response = await command.ResponseAsync();
        await discord.ExpectReplyAsync(message => message.InteractionId == command.Id && !message.IsLoading);
        return response.After;
    }
}
