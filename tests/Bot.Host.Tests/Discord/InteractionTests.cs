using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Gateway;
using Bot.Discord.Simulator.Interactions;
using Bot.Discord.Simulator.Rest;
using Bot.Discord.Simulator.State;
using Bot.Host.Tests.Support;

namespace Bot.Host.Tests.Discord;

/// <summary>Slash commands, completion and buttons, from a user's click to what the user sees.</summary>
public sealed class InteractionTests : IDisposable
{
    private const string Callback = "POST /interactions/{interaction}/{token}/callback";
    private const string EditOriginal = "PATCH /webhooks/{webhook}/{token}/messages/{message}";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, RestFault?> CallbackFaults => new()
    {
        { "nothing", null },
        { "500 before", new RestFault.ServerError(500, Applied: false) },
        { "503 after", new RestFault.ServerError(503, Applied: true) },
        { "a cut after", new RestFault.Cut(Applied: true) },
    };

    [Theory]
    [MemberData(nameof(CallbackFaults))]
    public async Task A_slash_command_is_acknowledged_and_answered_once_whatever_becomes_of_the_callback(string what, RestFault? fault)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        if (fault is not null)
        {
            discord.FailNext(Callback, fault);
        }

        var command = RunAsk(discord);
        var answer = await AnswerToAsync(discord, command);

        Assert.Equal(CallbackType.DeferredMessage, command.Response!.Type);
        Assert.True(answer.Content.Contains("Seven years", StringComparison.Ordinal), what);
        Assert.Single(discord.BotMessages);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_answer_is_written_once_whatever_becomes_of_its_edit(bool applied)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        discord.FailNext(EditOriginal, new RestFault.ServerError(502, applied));

        var command = RunAsk(discord);
        await AnswerToAsync(discord, command);

        Assert.Single(discord.BotMessages);
        // So that no file of what was shown before stays.
        Assert.All(discord.RestLog.Where(request => request.Route == EditOriginal), edit => Assert.Equal(0, edit.Body.GetProperty("attachments").GetArrayLength()));
    }

    [Fact]
    public async Task An_answer_that_somebody_deleted_is_not_made_anew()
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
        await using var bot = await DiscordBot.StartAsync(discord, _folder, retrieval);

        var command = RunAsk(discord);
        var thinking = await discord.ExpectReplyAsync(message => message.InteractionId == command.Id && message.IsLoading);
        discord.Delete(thinking);
        gate.Set();
        await bot.StopAsync();

        Assert.Contains(discord.RestLog, request => request is { Route: EditOriginal, Status: 404 });
        Assert.Single(discord.BotMessages);
    }

    [Fact]
    public async Task Nobody_is_pinged_by_an_answer()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        var retrieval = new FakeRetrieval { Answer = _ => FakeRetrieval.Grounded("@everyone <@1> <@&2> [1]", FakeRetrieval.Cite("@here")) };
        await using var bot = await DiscordBot.StartAsync(discord, _folder, retrieval);

        await DiscordBot.AskAsync(discord);

        Assert.All(discord.BotMessages, message => Assert.False(message.Pings.Any));
    }

    [Fact]
    public async Task A_button_shows_the_passage_to_whoever_pressed_it()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        var reply = await DiscordBot.AskAsync(discord);

        var click = discord.Click(discord.AddUser("bob"), reply, reply.CustomIds.First());
        var shown = await AnswerToAsync(discord, click);

        Assert.True(shown.IsEphemeral);
        Assert.Contains("7 years", shown.Content + shown.Embeds, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reloading_is_for_administrators_even_where_Discord_offers_it_to_others()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        var member = discord.AddUser("bob");

        Assert.Throws<InvalidOperationException>(() => discord.RunCommand(member, discord.Channel, "reload"));
        var refused = await AnswerToAsync(discord, discord.RunCommand(member, discord.Channel, "reload", evenIfHidden: true));
        var done = await AnswerToAsync(discord, discord.RunCommand(discord.User, discord.Channel, "reload"));

        Assert.True(refused.IsEphemeral);
        Assert.True(done.IsEphemeral);
        Assert.NotEqual(refused.Content, done.Content);
    }

    [Fact]
    public async Task Completion_answers_with_at_most_25_choices()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);

        var typing = discord.TypeOption(discord.User, discord.Channel, "clause", "reference", "226");

        Assert.InRange((await typing.ResponseAsync()).Choices.Count(), 0, 25);
    }

    [Fact]
    public async Task Without_the_message_content_intent_mentions_and_direct_messages_are_answered()
    {
        await using var discord = await DiscordSimulator.StartAsync(new() { GrantedIntents = Intents.None });
        await using var bot = await DiscordBot.StartAsync(discord, _folder);

        await DiscordBot.AskAsync(discord);
        var direct = discord.Direct(discord.User);
        discord.Post(discord.User, direct, "How long?");
        var reply = await discord.ExpectReplyAsync(message => message.ChannelId == direct.Id);

        Assert.Contains("Seven years", reply.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bots_and_the_bot_itself_are_never_answered()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);

        var asked = discord.Ask(discord.AddUser("other-bot", isBot: true), discord.Channel, "How long?");
        var own = discord.Ask(discord.Bot, discord.Channel, "How long?");
        await DiscordBot.AskAsync(discord);

        Assert.Empty(DiscordBot.RepliesTo(discord, asked));
        Assert.Empty(DiscordBot.RepliesTo(discord, own));
    }

    private static SimInteraction RunAsk(DiscordSimulator discord) =>
        discord.RunCommand(discord.User, discord.Channel, "ask", new Dictionary<string, object>(StringComparer.Ordinal) { ["question"] = "How long?" });

    private static Task<SimMessage> AnswerToAsync(DiscordSimulator discord, SimInteraction interaction) =>
        discord.ExpectReplyAsync(message => message.InteractionId == interaction.Id && !message.IsLoading);
}
