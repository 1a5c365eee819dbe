using Bot.Host.Tests.Support;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Host.Tests.Slack;

/// <summary>Bots that stop, or are stopped, while questions are open.</summary>
public sealed class SlackRestartTests : IAsyncLifetime
{
    private static readonly (string, string) Soon = ("Conversations:ShutdownSeconds", "1");

    private SlackWorld _world = null!;

    public async Task InitializeAsync() => _world = await SlackWorld.StartAsync(SlackWorld.Options with
    {
        RateLimitFactor = 0,
        AcknowledgementWindow = TimeSpan.FromSeconds(1),
        RedeliveryDelays = [TimeSpan.Zero, .. Enumerable.Repeat(TimeSpan.FromSeconds(1), 20)],
    });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_question_in_work_is_finished_before_the_bot_stops()
    {
        using var hold = new ManualResetEventSlim();
        _world.Retrieval.Answer = _ => Held(hold);
        await using var bot = await _world.StartBotAsync();
        var question = _world.Ann.Mention(_world.Law, "How long?");
        await _world.Slack.CallAsync("assistant.threads.setStatus");

        var stopping = bot.StopAsync();
        hold.Set();
        await stopping;

        Assert.Single(question.BotReplies);
        Assert.True(_world.Slack.Sockets.Open.IsEmpty);
    }

    [Fact]
    public async Task A_question_that_is_asked_while_the_bot_stops_is_answered_by_the_next()
    {
        using var hold = new ManualResetEventSlim();
        _world.Retrieval.Answer = question => question.Text == "held" ? Held(hold) : Answer();
        var bot = await _world.StartBotAsync(("Conversations:ConcurrentAnswers", "4"));
        _world.Ann.Mention(_world.Law, "held");
        await _world.Slack.CallAsync("assistant.threads.setStatus");

        var stopping = bot.StopAsync();
        var late = _world.Ann.Message("late");
        await late.Deliveries[0].Acknowledged;
        hold.Set();
        await stopping;
        await bot.DisposeAsync();
        await using var next = await _world.StartBotAsync();

        await _world.Slack.ReplyAsync(late);
        await OnceAsync(late);
    }

    [Fact]
    public async Task A_question_that_was_left_unfinished_is_answered_by_the_next_bot()
    {
        _world.Slack.Faults.Always("chat.postMessage", new ApiFault.Silence());
        UserPost question;
        await using (await _world.StartBotAsync(Soon))
        {
            question = _world.Ann.Mention(_world.Law, "How long?");
            await _world.Slack.CallAsync("chat.postMessage");
        }
        Assert.Empty(question.BotReplies);
        _world.Slack.Faults.Clear();

        await using var next = await _world.StartBotAsync();

        await _world.Slack.ReplyAsync(question);
        await OnceAsync(question);
    }

    [Fact]
    public async Task A_reply_that_was_posted_as_the_bot_died_is_not_posted_again()
    {
        // The process ends after Slack took the message and before the bot heard so.
        _world.Slack.Faults.Next("chat.postMessage", new ApiFault.Silence(Applied: true));
        UserPost question;
        await using (await _world.StartBotAsync(Soon))
        {
            question = _world.Ann.Mention(_world.Law, "How long?");
            await _world.Slack.ReplyAsync(question);
        }

        await using var next = await _world.StartBotAsync();

        await OnceAsync(question);
    }

    [Fact]
    public async Task A_placeholder_of_a_dead_bot_becomes_the_reply_of_the_next()
    {
        _world.Slack.Faults.Always("assistant.threads.setStatus", new ApiFault.Error("not_agent_app"));
        _world.Slack.Faults.Always("chat.update", new ApiFault.Silence());
        using var hold = new ManualResetEventSlim();
        _world.Retrieval.Answer = _ => Held(hold);
        UserPost question;
        SlackMessage placeholder;
        await using (await _world.StartBotAsync(Soon))
        {
            question = _world.Ann.Mention(_world.Law, "How long?");
            placeholder = await _world.Slack.ReplyAsync(question);
            hold.Set();
            await _world.Slack.CallAsync("chat.update");
        }
        _world.Slack.Faults.Clear();

        await using var next = await _world.StartBotAsync();

        await _world.Slack.ReplyAsync(question, reply => reply.Text.StartsWith("Seven", StringComparison.Ordinal));
        await OnceAsync(question);
        Assert.Equal(placeholder.Ts, question.BotReplies.Single().Ts);
    }

    private static Bot.Retrieval.Answering.Answer.Grounded Answer() => FakeRetrieval.Grounded("Seven years. [1]", FakeRetrieval.Cite("7 years"));

    private static Bot.Retrieval.Answering.Answer.Grounded Held(ManualResetEventSlim hold)
    {
        hold.Wait();
        return Answer();
    }

    private async Task OnceAsync(UserPost question)
    {
        await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, "the last"));
        Assert.Single(question.BotReplies);
    }
}
