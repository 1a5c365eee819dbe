using Bot.Host.Adapters.Slack;
using Bot.Host.Conversations;
using Bot.Host.Conversations.Storage;
using Bot.Host.Tests.Support;
using Bot.Retrieval.Text;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Host.Tests.Slack;

/// <summary>Answers that are shown while they are made.</summary>
public sealed class GrowingAnswersTests : IAsyncLifetime
{
    private SlackWorld _world = null!;

    public async Task InitializeAsync() => _world = await SlackWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_growing_message_ends_as_the_answer_with_its_citations()
    {
        await using var bot = await _world.StartBotAsync();
        var (question, message) = Ask();
        var slack = bot.Get<SlackPlatform>();

        await slack.ShowProgressAsync(message, Reply.Plain(TextLanguage.English, "Seven"), CancellationToken.None);
        await slack.ShowProgressAsync(message, Reply.Plain(TextLanguage.English, "Seven years. [1]"), CancellationToken.None);
        var delivery = await slack.ReplyAsync(message, Final("Seven years. [1]"), Try(bot, message), CancellationToken.None);

        var reply = Assert.Single(question.BotReplies);
        Assert.IsType<Delivery.Done>(delivery);
        Assert.Equal(StreamState.Stopped, reply.Stream);
        Assert.Equal(@"Seven years. \[1\]", reply.Text);
        Assert.Equal(["helpful", "not_helpful"], SlackWorld.ActionsOf(reply.Blocks));
    }

    [Fact]
    public async Task What_a_model_has_written_so_far_is_seen_before_its_answer()
    {
        var written = new TaskCompletionSource();
        _world.Retrieval.Drafts = [("Eight years.", written.Task)];
        await using var bot = await _world.StartBotAsync();

        var question = _world.Ann.Mention(_world.Law, "How long?");
        var draft = await _world.Slack.UntilAsync(() => question.BotReplies.FirstOrDefault(reply => reply.Text == "Eight years."), "a draft");
        written.SetResult();
        var reply = await _world.Slack.UntilAsync(() => question.BotReplies.FirstOrDefault(reply => reply.Text.StartsWith("Seven years.", StringComparison.Ordinal)), "the answer");

        Assert.Equal(draft.Ts, reply.Ts);
        Assert.Single(question.BotReplies);
    }

    [Fact]
    public async Task What_was_taken_back_is_edited_away_before_the_answer_is_final()
    {
        await using var bot = await _world.StartBotAsync();
        var (question, message) = Ask();
        var slack = bot.Get<SlackPlatform>();

        await slack.ShowProgressAsync(message, Reply.Plain(TextLanguage.English, "Eight years."), CancellationToken.None);
        await slack.ReplyAsync(message, Final("Seven years. [1]"), Try(bot, message), CancellationToken.None);

        Assert.Equal("Seven years. [1]", Assert.Single(question.BotReplies).Text);
    }

    [Theory]
    [InlineData("off", "")]
    [InlineData("auto", "channel_type_not_supported")]
    public async Task Where_nothing_grows_a_message_is_edited(string streaming, string error)
    {
        await using var bot = await _world.StartBotAsync(("Slack:Streaming", streaming));
        if (error.Length > 0)
        {
            _world.Slack.Faults.Always("chat.startStream", new ApiFault.Error(error));
        }
        var (question, message) = Ask();
        var slack = bot.Get<SlackPlatform>();

        await slack.ShowProgressAsync(message, Reply.Plain(TextLanguage.English, "Seven"), CancellationToken.None);
        Assert.Equal("Seven", Assert.Single(question.BotReplies).Text);
        await slack.ReplyAsync(message, Final("Seven years. [1]"), Try(bot, message), CancellationToken.None);

        Assert.Equal("Seven years. [1]", Assert.Single(question.BotReplies).Text);
    }

    [Fact]
    public async Task A_message_that_its_reader_stopped_stays_as_it_is()
    {
        await using var bot = await _world.StartBotAsync();
        var (question, message) = Ask();
        var slack = bot.Get<SlackPlatform>();
        await slack.ShowProgressAsync(message, Reply.Plain(TextLanguage.English, "Seven"), CancellationToken.None);

        await _world.Ann.StopStream(Assert.Single(question.BotReplies))!.Acknowledged;
        await slack.ShowProgressAsync(message, Reply.Plain(TextLanguage.English, "Seven years."), CancellationToken.None);
        await slack.ReplyAsync(message, Final("Seven years. [1]"), Try(bot, message), CancellationToken.None);

        Assert.Equal("Seven", Assert.Single(question.BotReplies).Text);
        _world.Slack.TakeUnexpected();
    }

    [Fact]
    public async Task A_growing_message_is_ended_when_the_bot_stops_and_completed_when_it_is_back()
    {
        UserPost question;
        IncomingMessage message;
        await using (var bot = await _world.StartBotAsync())
        {
            (question, message) = Ask();
            await bot.Get<SlackPlatform>().ShowProgressAsync(message, Reply.Plain(TextLanguage.English, "Seven"), CancellationToken.None);
        }
        Assert.Equal(StreamState.Stopped, Assert.Single(question.BotReplies).Stream);

        await using var next = await _world.StartBotAsync();
        await next.Get<SlackPlatform>().ReplyAsync(message, Final("Seven years. [1]"), Try(next, message) with { MayBeThere = true }, CancellationToken.None);

        Assert.Equal("Seven years. [1]", Assert.Single(question.BotReplies).Text);
    }

    private static DeliveryTry Try(RunningBot bot, IncomingMessage message) => new(bot.Get<AnswerIds>().Of(message.Event), MayBeThere: false);

    private static Reply Final(string text) => Reply.Plain(TextLanguage.English, text) with { Answer = new AnswerId("an-answer") };

    // Asked past the bot, so that only the test answers.
    private (UserPost Question, IncomingMessage Message) Ask()
    {
        var question = _world.Ann.Post(_world.Law, "How long?");
        return (question, new IncomingMessage
        {
            Event = SlackKeys.Event(question.Message.Ts),
            Conversation = SlackKeys.Thread(_world.Law.Id, question.Message.Ts),
            Author = _world.Ann.Id,
            Request = new Request.Ask("How long?"),
            Address = new SlackAddress
            {
                Way = SlackReplyWay.Post,
                Channel = _world.Law.Id,
                User = _world.Ann.Id,
                Team = _world.Slack.Workspace.TeamId,
                Thread = question.Message.Ts,
                Message = question.Message.Ts,
            }.Write(),
            ReceivedAt = TimeProvider.System.GetUtcNow(),
        });
    }
}
