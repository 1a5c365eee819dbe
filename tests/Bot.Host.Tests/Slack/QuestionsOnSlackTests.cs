using Bot.Host.Tests.Support;
using Bot.Host.Texts;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Text;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Host.Tests.Slack;

/// <summary>Questions asked on Slack, and where and how they are answered.</summary>
public sealed class QuestionsOnSlackTests : IAsyncLifetime
{
    private static readonly ConversationTexts Texts = ConversationTexts.Of(TextLanguage.English);

    private SlackWorld _world = null!;

    public async Task InitializeAsync() => _world = await SlackWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_mention_is_answered_in_its_thread_with_numbered_citations_and_buttons()
    {
        await using var bot = await _world.StartBotAsync();

        var question = _world.Ann.Mention(_world.Law, "How long are records kept?");
        var reply = await _world.Slack.ReplyAsync(question);

        Assert.Equal("Seven years. [1]", reply.Text);
        Assert.Equal(question.Message.Ts, reply.ThreadTs);
        Assert.Equal(
            "Seven years. [1]\n[1] <https://example.org/policy|A policy>\npolicy.txt · line 1\n&gt; 7 years\nPassage 1\nHelpful\nNot helpful".Replace("&gt;", ">", StringComparison.Ordinal),
            SlackWorld.TextOf(reply.Blocks));
        Assert.Equal(["passage_1", "helpful", "not_helpful"], SlackWorld.ActionsOf(reply.Blocks));
        Assert.False(reply.Unfurls);
        Assert.Equal(["How long are records kept?"], _world.Retrieval.Asked);
    }

    [Fact]
    public async Task A_direct_message_begins_a_thread()
    {
        await using var bot = await _world.StartBotAsync();

        var question = _world.Ann.Message("How long?");
        var reply = await _world.Slack.ReplyAsync(question);

        Assert.Equal(question.Message.Ts, reply.ThreadTs);
    }

    [Fact]
    public async Task Without_an_agent_view_a_direct_message_is_answered_beside_it()
    {
        await using var bot = await _world.StartBotAsync(("Slack:View", "none"));

        _world.Ann.Message("How long?");
        var reply = await _world.Slack.BotMessageAsync(_world.Ann.DirectMessage, _ => true);

        Assert.Null(reply.ThreadTs);
    }

    [Fact]
    public async Task In_a_thread_that_it_answered_in_the_bot_goes_on_without_a_mention()
    {
        await using var bot = await _world.StartBotAsync();
        var question = _world.Ann.Mention(_world.Law, "How long?");
        var first = await _world.Slack.ReplyAsync(question);

        _world.Ann.Reply(first, "And after that?");
        await _world.Slack.ReplyAsync(question, reply => reply.Ts != first.Ts);

        Assert.Equal(["How long?", "And after that?"], _world.Retrieval.Asked);
    }

    [Fact]
    public async Task What_people_say_to_each_other_is_left_alone()
    {
        await using var bot = await _world.StartBotAsync();
        var question = _world.Ann.Mention(_world.Law, "How long?");
        var answer = await _world.Slack.ReplyAsync(question);

        _world.Ann.Post(_world.Law, "Just talking");
        _world.Ann.Reply(answer, $"<@{_world.Boss.Id}> did you see that?");
        _world.Ann.Post(_world.Law, "someone else's thread", threadTs: _world.Ann.Post(_world.Law, "root").Message.Ts);
        _world.Slack.Workspace.AddBotUser("other").Mention(_world.Law, "How long?");
        await Settled(_world.Ann.Mention(_world.Law, "the last"));

        Assert.Equal(["How long?", "the last"], _world.Retrieval.Asked);
    }

    [Fact]
    public async Task A_mention_that_comes_as_two_events_is_answered_once()
    {
        await using var bot = await _world.StartBotAsync();
        var question = _world.Ann.Mention(_world.Law, "How long?");
        var answer = await _world.Slack.ReplyAsync(question);

        // In the joined thread the message and the mention are both for the bot.
        var second = _world.Ann.Mention(_world.Law, "And then?", threadTs: answer.RootTs);
        await _world.Slack.ReplyAsync(question, reply => reply.Ts != answer.Ts);
        await Settled(_world.Ann.Mention(_world.Law, "the last"));

        Assert.Equal(2, second.Deliveries.Count);
        Assert.Equal(2, question.BotReplies.Count());
    }

    [Fact]
    public async Task A_mention_without_words_gets_help()
    {
        await using var bot = await _world.StartBotAsync();

        _world.Ann.Mention(_world.Law, "");

        Assert.Equal(Texts.Help, (await _world.Slack.EphemeralAsync(_world.Ann)).Text);
    }

    [Fact]
    public async Task Nothing_from_documents_or_people_is_live()
    {
        const string trap = "<!channel> <@U123> & *bold* <https://evil.test|click>";
        _world.Retrieval.Answer = _ => FakeRetrieval.Grounded(trap + " [1]", FakeRetrieval.Cite(trap, title: "<!here> title"));
        await using var bot = await _world.StartBotAsync();

        var reply = await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, "How long?"));

        var shown = SlackWorld.TextOf(reply.Blocks);
        Assert.DoesNotContain("<!", reply.Text + shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<@", reply.Text + shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<https://evil", reply.Text + shown, StringComparison.Ordinal);
        Assert.Contains("&lt;!channel&gt;", shown, StringComparison.Ordinal);
        Assert.Contains("<https://example.org/policy|&lt;!here&gt; title>", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A short sentence about records. ", 600)]
    [InlineData("记录保存七年，然后销毁。", 1500)]
    public async Task A_long_answer_is_split_between_sentences_and_nothing_is_lost(string sentence, int times)
    {
        var text = string.Concat(Enumerable.Repeat(sentence, times)).Trim();
        _world.Retrieval.Answer = _ => FakeRetrieval.Grounded(text, FakeRetrieval.Cite("7 years"));
        await using var bot = await _world.StartBotAsync();

        var question = _world.Ann.Mention(_world.Law, "How long?");
        await _world.Slack.UntilAsync(() => question.BotReplies.Count() >= 2 ? question : null, "two messages");
        await Settled(_world.Ann.Mention(_world.Law, "the last"));

        var sections = question.BotReplies.SelectMany(reply => SlackWorld.TextOf(reply.Blocks).Split('\n')).TakeWhile(line => !line.StartsWith("[1]", StringComparison.Ordinal)).ToList();
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(sections).Replace(" ", "", StringComparison.Ordinal));
        Assert.All(sections, section => Assert.Contains(section[^1], ".。"));
        Assert.Single(question.BotReplies, reply => SlackWorld.ActionsOf(reply.Blocks).Any());
    }

    [Fact]
    public async Task A_question_that_was_deleted_is_not_answered()
    {
        using var hold = new ManualResetEventSlim();
        _world.Retrieval.Answer = _ =>
        {
            hold.Wait();
            return FakeRetrieval.Grounded("Seven years. [1]", FakeRetrieval.Cite("7 years"));
        };
        await using var bot = await _world.StartBotAsync(("Conversations:ConcurrentAnswers", "2"));
        var question = _world.Ann.Mention(_world.Law, "How long?");
        await Task.WhenAll(question.Deliveries.Select(delivery => delivery.Acknowledged));

        await Task.WhenAll(_world.Ann.Delete(question.Message).Select(delivery => delivery.Acknowledged));
        hold.Set();
        await Settled(_world.Ann.Mention(_world.Law, "the last"));

        Assert.DoesNotContain(question.BotReplies, reply => reply.Text.StartsWith("Seven", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("refuse")]
    [InlineData("answer")]
    public async Task People_of_other_organisations_get_what_the_setting_says(string outsiders)
    {
        var guest = _world.Slack.Workspace.AddExternalUser("guest");
        var shared = _world.Slack.AddChannel("shared", _world.Ann, guest);
        await using var bot = await _world.StartBotAsync(("Slack:Outsiders", outsiders));

        var question = guest.Mention(shared, "How long?");

        if (outsiders == "answer")
        {
            await _world.Slack.ReplyAsync(question);
        }
        else
        {
            Assert.Equal(Texts.Outside, (await _world.Slack.EphemeralAsync(guest)).Text);
            Assert.Empty(question.BotReplies);
        }
    }

    [Fact]
    public async Task A_slow_answer_is_announced_by_a_status_that_goes_with_the_answer()
    {
        using var hold = new ManualResetEventSlim();
        _world.Retrieval.Answer = _ =>
        {
            hold.Wait();
            return FakeRetrieval.Grounded("Seven years. [1]", FakeRetrieval.Cite("7 years"));
        };
        await using var bot = await _world.StartBotAsync();

        var question = _world.Ann.Mention(_world.Law, "How long?");
        await _world.Slack.CallAsync("assistant.threads.setStatus");
        Assert.Empty(question.BotReplies);
        hold.Set();

        Assert.Equal("Seven years. [1]", (await _world.Slack.ReplyAsync(question)).Text);
    }

    [Fact]
    public async Task Where_there_is_no_status_a_message_says_so_and_becomes_the_answer()
    {
        using var hold = new ManualResetEventSlim();
        _world.Retrieval.Answer = _ =>
        {
            hold.Wait();
            return FakeRetrieval.Grounded("Seven years. [1]", FakeRetrieval.Cite("7 years"));
        };
        _world.Slack.Faults.Always("assistant.threads.setStatus", new Bot.Slack.Simulator.Faults.ApiFault.Error("not_agent_app"));
        await using var bot = await _world.StartBotAsync();

        var question = _world.Ann.Mention(_world.Law, "How long?");
        var placeholder = await _world.Slack.ReplyAsync(question);
        Assert.Equal("Looking that up …", placeholder.Text);
        hold.Set();
        var answer = await _world.Slack.ReplyAsync(question, reply => reply.Text.StartsWith("Seven", StringComparison.Ordinal));

        Assert.Equal(placeholder.Ts, answer.Ts);
        Assert.Single(question.BotReplies);
    }

    [Fact]
    public async Task An_answer_that_was_not_found_says_so()
    {
        _world.Retrieval.Answer = _ => FakeRetrieval.NotFound(NotFoundReason.NotConfident);
        await using var bot = await _world.StartBotAsync();

        Assert.Equal("Nothing there.", (await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, "How long?"))).Text);
    }

    private async Task Settled(UserPost last)
    {
        // Events before it were read before it.
        await _world.Slack.ReplyAsync(last);
    }
}
