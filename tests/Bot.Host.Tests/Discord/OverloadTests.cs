using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Rest;
using Bot.Host.Tests.Support;
using Bot.Host.Texts;
using Bot.Retrieval.Text;

namespace Bot.Host.Tests.Discord;

/// <summary>More questions than the bot can work on.</summary>
public sealed class OverloadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_question_is_lost_and_a_command_is_told_at_once_that_there_is_too_much()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var gate = new ManualResetEventSlim();
        var retrieval = new FakeRetrieval();
        var answer = retrieval.Answer;
        retrieval.Answer = question =>
        {
            gate.Wait();
            return answer(question);
        };
        await using var bot = await DiscordBot.StartAsync(discord, _folder, retrieval, settings: ("Conversations:QueueLimit", 1));

        var questions = Enumerable.Range(0, 20).Select(number => discord.Ask($"Question {number}?")).ToArray();
        await discord.ExpectRequestAsync(RateLimitPlan.Typing);
        var command = discord.RunCommand(discord.User, discord.Channel, "ask", new Dictionary<string, object>(StringComparer.Ordinal) { ["question"] = "How long?" });
        var told = await discord.ExpectReplyAsync(message => message.InteractionId == command.Id && !message.IsLoading);
        gate.Set();
        foreach (var question in questions)
        {
            await DiscordBot.ReplyToAsync(discord, question);
        }
        await bot.StopAsync();

        Assert.Equal(ConversationTexts.Of(TextLanguage.English).Busy, told.Content);
        Assert.All(questions, question => Assert.Single(DiscordBot.RepliesTo(discord, question)));
    }
}
