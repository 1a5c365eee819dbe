using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Host.Tests.Slack;

/// <summary>Events that come twice, late, in the wrong order or not at all.</summary>
public sealed class SlackDeliveryFaultTests : IAsyncLifetime
{
    private SlackWorld _world = null!;

    public async Task InitializeAsync() => _world = await SlackWorld.StartAsync(SlackWorld.Options with
    {
        RateLimitFactor = 0,
        AcknowledgementWindow = TimeSpan.FromSeconds(1),
        RedeliveryDelays = [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)],
    });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_question_that_comes_on_both_sockets_is_answered_once()
    {
        await using var bot = await _world.StartBotAsync();
        _world.Slack.Sockets.Disorder = new DeliveryDisorder(seed: 5, duplicated: 1);

        var questions = Enumerable.Range(0, 25).Select(number => _world.Ann.Mention(_world.Law, $"question {number}")).ToList();

        await AnsweredOnceAsync(questions);
        Assert.All(questions, question => Assert.True(question.Deliveries[^1].Attempts.Length >= 2));
    }

    [Fact]
    public async Task A_question_whose_acknowledgement_is_lost_comes_again_and_is_answered_once()
    {
        await using var bot = await _world.StartBotAsync();
        _world.Slack.Sockets.LoseAcknowledgements(2);

        var question = _world.Ann.Message("How long?");
        await question.Deliveries[0].Acknowledged;

        // The other one lost may be that of the bot's own message, which Slack tells it of.
        Assert.InRange(question.Deliveries[0].Attempts.Length, 2, 3);
        await AnsweredOnceAsync([question]);
    }

    [Fact]
    public async Task A_question_that_was_asked_while_nobody_listened_is_answered_at_a_redelivery()
    {
        var question = _world.Ann.Message("Anybody there?");

        await using var bot = await _world.StartBotAsync();
        await question.Deliveries[0].Acknowledged;

        Assert.All(question.Deliveries[0].Attempts, attempt => Assert.True(attempt.RetryAttempt > 0));
        await AnsweredOnceAsync([question]);
    }

    [Fact]
    public async Task A_question_whose_socket_breaks_before_its_acknowledgement_is_answered_once()
    {
        await using var bot = await _world.StartBotAsync();
        _world.Slack.Sockets.LoseAcknowledgements();

        var question = _world.Ann.Message("How long?");
        await _world.Slack.ReplyAsync(question);
        question.Deliveries[0].Attempts[0].Socket.Drop();
        await question.Deliveries[0].Acknowledged;

        await AnsweredOnceAsync([question]);
    }

    [Fact]
    public async Task A_redelivery_after_a_restart_is_known()
    {
        UserPost question;
        await using (await _world.StartBotAsync())
        {
            _world.Slack.Sockets.LoseAcknowledgements();
            question = _world.Ann.Message("How long?");
            await _world.Slack.ReplyAsync(question);
        }

        await using var second = await _world.StartBotAsync();
        await question.Deliveries[0].Acknowledged;

        await AnsweredOnceAsync([question]);
        Assert.Single(_world.Retrieval.Asked, asked => asked == "How long?");
    }

    [Fact]
    public async Task A_follow_up_that_overtakes_its_question_is_answered_and_so_is_the_question()
    {
        await using var bot = await _world.StartBotAsync();
        _world.Slack.Sockets.Disorder = new DeliveryDisorder(seed: 5, delayed: 1, maximumDelay: TimeSpan.FromSeconds(1));
        var question = _world.Ann.Message("How long?");
        _world.Slack.Sockets.Disorder = DeliveryDisorder.None;

        _world.Ann.Reply(question.Message, "And after that?");

        await _world.Slack.UntilAsync(() => question.BotReplies.Count() == 2 ? _world : null, "two answers");
        await AnsweredOnceAsync([]);
        Assert.Equal(2, question.BotReplies.Count());
        Assert.Equal(2, _world.Retrieval.Asked.Count(asked => asked is "How long?" or "And after that?"));
    }

    [Fact]
    public async Task A_question_whose_deletion_overtakes_it_is_not_answered()
    {
        await using var bot = await _world.StartBotAsync();
        _world.Slack.Sockets.Disorder = new DeliveryDisorder(seed: 5, delayed: 1, maximumDelay: TimeSpan.FromSeconds(1));
        var question = _world.Ann.Message("How long?");
        _world.Slack.Sockets.Disorder = DeliveryDisorder.None;

        var deleted = _world.Ann.Delete(question.Message);
        await Task.WhenAll([.. question.Deliveries.Concat(deleted).Select(delivery => delivery.Acknowledged)]);
        await AnsweredOnceAsync([]);

        Assert.Empty(question.BotReplies);
    }

    [Fact]
    public async Task An_edited_question_gets_no_second_answer()
    {
        await using var bot = await _world.StartBotAsync();
        var question = _world.Ann.Message("How long?");
        await _world.Slack.ReplyAsync(question);

        await Task.WhenAll(_world.Ann.Edit(question.Message, "How long exactly?").Select(delivery => delivery.Acknowledged));

        await AnsweredOnceAsync([question]);
    }

    [Fact]
    public async Task An_envelope_of_an_unknown_type_is_acknowledged()
    {
        await using var bot = await _world.StartBotAsync();

        var strange = _world.Slack.PublishPayload(new JsonObject { ["type"] = "dream" }, Bot.Slack.Simulator.SocketMode.EnvelopeKind.Interactive);

        await strange.Acknowledged;
    }

    [Fact]
    public async Task Slackbot_and_other_bots_are_never_answered()
    {
        await using var bot = await _world.StartBotAsync();

        var fromSlackbot = _world.Slack.Workspace.Slackbot.Mention(_world.Law, "How long?");
        var fromBot = _world.Slack.Workspace.AddBotUser("other").Mention(_world.Law, "How long?");
        await AnsweredOnceAsync([]);

        Assert.DoesNotContain(_world.Slack.Workspace.BotUserId, fromSlackbot.BotReplies.Concat(fromBot.BotReplies).Select(reply => reply.AuthorId));
    }

    /// <summary>Each question has one answer, also after a later one was answered.</summary>
    private async Task AnsweredOnceAsync(IReadOnlyCollection<UserPost> questions)
    {
        foreach (var question in questions)
        {
            await _world.Slack.ReplyAsync(question);
        }
        _world.Slack.Sockets.Disorder = DeliveryDisorder.None;
        await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, "the last"));
        Assert.All(questions, question => Assert.Single(question.BotReplies));
    }
}
