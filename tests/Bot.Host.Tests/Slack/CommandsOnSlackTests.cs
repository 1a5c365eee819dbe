using Bot.Host.Conversations.Storage;
using Bot.Host.Tests.Support;
using Bot.Host.Texts;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Text;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Host.Tests.Slack;

/// <summary>Slash commands, buttons, modals, reactions and the app's own pages.</summary>
public sealed class CommandsOnSlackTests : IAsyncLifetime
{
    private static readonly ConversationTexts Texts = ConversationTexts.Of(TextLanguage.English);
    private static readonly SlackTexts Words = SlackTexts.Of(TextLanguage.English);

    private SlackWorld _world = null!;

    public async Task InitializeAsync() => _world = await SlackWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Ask_is_answered_for_its_asker_and_can_be_shared_with_all()
    {
        await using var bot = await _world.StartBotAsync();

        _world.Ann.Command(_world.Law, "/ask", "How long?");
        var answer = await _world.Slack.EphemeralAsync(_world.Ann);
        Assert.Equal("Seven years. [1]", answer.Text);
        Assert.DoesNotContain(_world.Law.Messages, message => message.IsFromBot);

        _world.Ann.Click(answer, "share_question");
        var shared = await _world.Slack.BotMessageAsync(_world.Law, _ => true);

        await _world.Slack.UntilAsync(() => answer.IsDeleted ? answer : null, "the private answer to go");
        Assert.Equal("Seven years. [1]", shared.Text);
        Assert.StartsWith($"<@{_world.Ann.Id}>: How long?\nSeven years. [1]", SlackWorld.TextOf(shared.Blocks), StringComparison.Ordinal);
        Assert.Equal(["How long?", "How long?"], _world.Retrieval.Asked);
    }

    [Fact]
    public async Task A_shared_answer_reaches_a_channel_that_the_bot_is_not_in()
    {
        await using var bot = await _world.StartBotAsync();
        _world.Slack.Faults.Always("chat.postMessage", new ApiFault.Error("not_in_channel"));
        _world.Ann.Command(_world.Law, "/ask", "How long?");
        var answer = await _world.Slack.EphemeralAsync(_world.Ann);

        _world.Ann.Click(answer, "share_question");

        Assert.Equal("Seven years. [1]", (await _world.Slack.BotMessageAsync(_world.Law, _ => true)).Text);
    }

    [Theory]
    [InlineData("/ask")]
    [InlineData("/help")]
    public async Task Help_comes_for_its_asker(string command)
    {
        await using var bot = await _world.StartBotAsync();

        _world.Ann.Command(_world.Law, command);

        Assert.Equal(Texts.Help, (await _world.Slack.EphemeralAsync(_world.Ann)).Text);
    }

    [Fact]
    public async Task Help_is_in_the_language_of_the_persons_slack()
    {
        var wang = _world.Slack.Workspace.AddUser("wang", locale: "zh-TW");
        await using var bot = await _world.StartBotAsync();

        wang.Command(_world.Law, "/help");

        Assert.Equal(ConversationTexts.Of(TextLanguage.TraditionalChinese).Help, (await _world.Slack.EphemeralAsync(wang)).Text);
    }

    [Fact]
    public async Task A_clause_is_picked_from_suggestions_and_shown()
    {
        await using var bot = await StartOnSeedsAsync();

        _world.Ann.Command(_world.Law, "/clause");
        var picker = await _world.Slack.ModalAsync(_world.Ann);
        var options = await _world.Ann.SuggestAsync(picker, "clause", "22603(b");
        _world.Ann.Pick(picker, "clause", options[0]);
        await _world.Ann.Submit(picker).Acknowledged;
        var shown = await _world.Slack.EphemeralAsync(_world.Ann);

        Assert.Equal("22603(b)", options[0].Text);
        Assert.False(picker.IsOpen);
        Assert.Contains("22603(b)", SlackWorld.TextOf(shown.Blocks), StringComparison.Ordinal);
        Assert.Contains("share_clause", SlackWorld.ActionsOf(shown.Blocks));
    }

    [Fact]
    public async Task A_clause_by_name_needs_no_picker()
    {
        await using var bot = await StartOnSeedsAsync();

        _world.Ann.Command(_world.Law, "/clause", "22603(b)");

        Assert.Contains("22603(b)", (await _world.Slack.EphemeralAsync(_world.Ann)).Text, StringComparison.Ordinal);
        Assert.Empty(_world.Slack.Modals);
    }

    [Theory]
    [InlineData("/reload")]
    [InlineData("/status")]
    public async Task Admins_commands_are_refused_to_others(string command)
    {
        await using var bot = await _world.StartBotAsync();

        _world.Ann.Command(_world.Law, command);

        Assert.Equal(Texts.NotAllowed, (await _world.Slack.EphemeralAsync(_world.Ann)).Text);
    }

    [Theory]
    [InlineData(true, "true", false)]
    [InlineData(false, "true", true)]
    [InlineData(false, "false", true)]
    public async Task Admins_are_those_of_the_workspace_and_of_the_settings(bool isWorkspaceAdmin, string workspaceAdmins, bool isNamed)
    {
        var person = isWorkspaceAdmin ? _world.Boss : _world.Ann;
        await using var bot = await _world.StartBotAsync(("Admin:SlackWorkspaceAdmins", workspaceAdmins), ("Admin:SlackUsers", isNamed ? person.Id : ""));

        person.Command(_world.Law, "/status");

        Assert.Contains("slack: connected", (await _world.Slack.EphemeralAsync(person)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workspace_admins_are_refused_where_the_settings_say_so()
    {
        await using var bot = await _world.StartBotAsync(("Admin:SlackWorkspaceAdmins", "false"));

        _world.Boss.Command(_world.Law, "/status");

        Assert.Equal(Texts.NotAllowed, (await _world.Slack.EphemeralAsync(_world.Boss)).Text);
    }

    [Fact]
    public async Task A_reload_shows_how_far_it_is_and_then_its_report_in_the_same_place()
    {
        await using var bot = await _world.StartBotAsync();
        var halfway = new TaskCompletionSource();
        var build = _world.Retrieval.Build;
        _world.Retrieval.Build = async (sources, progress, cancellationToken) =>
        {
            progress?.Report(new ReloadProgress(ReloadStage.Reading, 3, 7));
            await halfway.Task;
            return await build(sources, progress, cancellationToken);
        };

        _world.Boss.Command(_world.Law, "/reload");
        var shown = await _world.Slack.EphemeralAsync(_world.Boss, message => message.Text.Contains("3 of 7", StringComparison.Ordinal));
        halfway.SetResult();
        await _world.Slack.UntilAsync(() => shown.Text.Contains("3 of 7", StringComparison.Ordinal) ? null : shown, "the report");

        Assert.Single(_world.Slack.Ephemerals, message => !message.IsDeleted);
        Assert.True(shown.Revisions.Length <= 4, "A response URL takes five messages.");
    }

    [Fact]
    public async Task A_passage_opens_in_a_modal()
    {
        await using var bot = await StartOnSeedsAsync();
        var reply = await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, "谁把这个法案称为特洛伊木马？"));

        _world.Ann.Click(reply, "passage_1");
        var modal = await _world.Slack.ModalAsync(_world.Ann, view => SlackWorld.TextOf(view.Blocks).Contains("特洛伊木马", StringComparison.Ordinal));

        Assert.Equal("Passage 1", (string?)modal.Body["title"]?["text"]);
    }

    [Theory]
    [InlineData("helpful")]
    [InlineData("not_helpful")]
    public async Task A_pressed_opinion_is_kept_and_thanked_for_and_the_answer_stays(string button)
    {
        await using var bot = await _world.StartBotAsync();
        var reply = await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, "How long?"));

        _world.Ann.Click(reply, button);

        Assert.Equal(Texts.Thanks, (await _world.Slack.EphemeralAsync(_world.Ann)).Text);
        Assert.Equal("Seven years. [1]", reply.Text);
        Assert.Equal([(_world.Ann.Id, button == "helpful")], Opinions(bot));
    }

    [Theory]
    [InlineData("+1", true)]
    [InlineData("-1", false)]
    [InlineData("+1::skin-tone-3", true)]
    public async Task A_thumb_is_an_opinion(string reaction, bool helpful)
    {
        await using var bot = await _world.StartBotAsync();
        var reply = await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, "How long?"));

        await _world.Ann.React(reply, reaction)!.Acknowledged;
        await bot.Get<Bot.Host.Conversations.RunningWork>().WhenDoneAsync(CancellationToken.None);

        Assert.Equal([(_world.Ann.Id, helpful)], Opinions(bot));
        Assert.Empty(_world.Slack.Ephemerals);
    }

    [Fact]
    public async Task A_thumb_for_an_answer_of_an_earlier_process_counts_too()
    {
        SlackMessage reply;
        await using (await _world.StartBotAsync())
        {
            reply = await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, "How long?"));
        }
        await using var bot = await _world.StartBotAsync();

        await _world.Ann.React(reply, "+1")!.Acknowledged;
        await bot.Get<Bot.Host.Conversations.RunningWork>().WhenDoneAsync(CancellationToken.None);

        Assert.Equal([(_world.Ann.Id, true)], Opinions(bot));
    }

    [Fact]
    public async Task Other_reactions_and_those_on_other_messages_mean_nothing()
    {
        await using var bot = await _world.StartBotAsync();
        var question = _world.Ann.Mention(_world.Law, "How long?");
        var reply = await _world.Slack.ReplyAsync(question);

        await _world.Ann.React(reply, "eyes")!.Acknowledged;
        await _world.Boss.React(question.Message, "+1")!.Acknowledged;

        Assert.Empty(Opinions(bot));
    }

    [Fact]
    public async Task The_home_tab_shows_help_and_documents()
    {
        await using var bot = await StartOnSeedsAsync();

        _world.Ann.OpenHome();
        var home = SlackWorld.TextOf((await _world.Slack.HomeAsync(_world.Ann)).Blocks);

        Assert.Contains("/clause", home, StringComparison.Ordinal);
        Assert.Contains("吴恩达", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_messages_tab_suggests_questions_about_clauses_that_there_are()
    {
        await using var bot = await StartOnSeedsAsync();

        _world.Ann.OpenHome("messages");
        await _world.Slack.CallAsync("assistant.threads.setSuggestedPrompts");

        var prompts = _world.Slack.AssistantThread(_world.Ann.DirectMessage, "").Prompts;
        Assert.InRange(prompts.Length, 1, 4);
        Assert.All(prompts, prompt => Assert.StartsWith("What does ", prompt.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_command_gets_help_and_an_unknown_press_is_passed_over()
    {
        await using var bot = await _world.StartBotAsync();

        _world.Ann.Command(_world.Law, "/unheard-of", "x");

        Assert.Equal(Texts.Help, (await _world.Slack.EphemeralAsync(_world.Ann)).Text);
    }

    [Fact]
    public async Task A_slow_command_says_that_it_works_and_puts_the_answer_in_the_same_place()
    {
        using var hold = new ManualResetEventSlim();
        _world.Retrieval.Answer = _ =>
        {
            hold.Wait();
            return FakeRetrieval.Grounded("Seven years. [1]", FakeRetrieval.Cite("7 years"));
        };
        await using var bot = await _world.StartBotAsync();

        _world.Ann.Command(_world.Law, "/ask", "How long?");
        var shown = await _world.Slack.EphemeralAsync(_world.Ann);
        Assert.Equal(Words.Working, shown.Text);
        hold.Set();
        await _world.Slack.UntilAsync(() => shown.Text == Words.Working ? null : shown, "the answer");

        Assert.Equal("Seven years. [1]", shown.Text);
        Assert.Single(_world.Slack.Ephemerals);
    }

    private static List<(string Author, bool Helpful)> Opinions(RunningBot bot) => [.. bot.Get<ConversationDatabase>()
        .Read(connection => connection.Query("SELECT author, helpful FROM opinions", row => (row.GetString(0), row.GetBoolean(1))))];

    private async Task<RunningBot> StartOnSeedsAsync()
    {
        var bot = await RunningBot.StartAsync(_world.Folder, [.. _world.Settings, ("Seeds:Path", Repository.Seeds.Replace('\\', '/'))]);
        await _world.Slack.ConnectedAsync(2);
        await bot.Get<Bot.Host.Ingestion.IndexRefresher>().Loaded;
        return bot;
    }
}
