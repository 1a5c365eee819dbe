using System.Text.Json;
using Bot.Discord.Simulator;
using Bot.Discord.Simulator.State;
using Bot.Host.Tests.Support;
using Bot.Host.Texts;
using Bot.Retrieval.Text;
using Bot.Testing;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Discord;

public sealed class QuestionsOnDiscordTests : IAsyncLifetime, IDisposable
{
    private static readonly ConversationTexts Texts = ConversationTexts.Of(TextLanguage.English);

    private const string PostMessage = "POST /channels/{channel}/messages";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeRetrieval _retrieval = new();
    private DiscordSimulator _discord = null!;

    public async Task InitializeAsync() => _discord = await DiscordSimulator.StartAsync();

    public async Task DisposeAsync() => await _discord.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_mention_in_a_channel_is_answered_in_a_thread_with_numbered_citations_and_buttons()
    {
        await using var bot = await StartAsync();

        var question = _discord.Ask("How long are records kept?");
        var reply = await _discord.ExpectReplyAsync(message => message.Content.Length > 0);

        Assert.Equal(@"Seven years. \[1\]", reply.Content);
        Assert.Equal(question.Id, reply.ChannelId);
        Assert.Equal("How long are records kept?", Assert.Single(_discord.Threads).Name);
        var embed = Assert.Single(reply.Embeds.EnumerateArray());
        Assert.Equal(@"\[1\] A policy", embed.GetProperty("title").GetString());
        Assert.Equal("https://example.org/policy", embed.GetProperty("url").GetString());
        Assert.Equal("7 years\npolicy.txt · line 1", embed.GetProperty("description").GetString());
        Assert.Equal(3, reply.CustomIds.Count());
        Assert.Equal(Pings.None, reply.Pings);
        Assert.Equal(["How long are records kept?"], _retrieval.Asked);
    }

    [Theory]
    [InlineData("reply", true)]
    [InlineData("channel", false)]
    public async Task Answers_go_where_the_setting_says(string answerIn, bool isReply)
    {
        await using var bot = await StartAsync(("Discord:AnswerIn", answerIn));

        var question = _discord.Ask("How long?");
        var reply = await _discord.ExpectReplyAsync(_ => true);

        Assert.Equal(_discord.Channel.Id, reply.ChannelId);
        Assert.Equal(isReply ? question.Id : null, reply.ReferenceId);
        Assert.Empty(_discord.Threads);
    }

    [Fact]
    public async Task A_direct_message_is_answered_directly()
    {
        await using var bot = await StartAsync();

        var question = _discord.Post(_discord.User, _discord.Direct(_discord.User), "客户资料要备份多少年？");
        var reply = await _discord.ExpectReplyAsync(_ => true);

        Assert.Equal(question.ChannelId, reply.ChannelId);
        Assert.Equal(["客户资料要备份多少年？"], _retrieval.Asked);
    }

    [Fact]
    public async Task In_its_own_thread_the_bot_is_asked_on_without_a_mention_also_after_a_restart()
    {
        var earlier = new List<int>();
        _retrieval.Answer = question =>
        {
            earlier.Add(question.Earlier.Length);
            return FakeRetrieval.Grounded("Yes. [1]", FakeRetrieval.Cite("yes"));
        };
        ulong thread;
        await using (var first = await StartAsync())
        {
            _discord.Ask("How long?");
            thread = (await _discord.ExpectReplyAsync(_ => true)).ChannelId;
            _discord.Post(_discord.User, _discord.ChannelById(thread)!, "And then?");
            await _discord.ExpectReplyAsync(message => message.ChannelId == thread);
        }
        await using var second = await StartAsync();
        _discord.Post(_discord.User, _discord.ChannelById(thread)!, "And after that?");
        await _discord.ExpectReplyAsync(message => message.ChannelId == thread);

        Assert.Equal([0, 1, 2], earlier);
        Assert.Single(_discord.Threads);
    }

    [Fact]
    public async Task What_is_not_for_the_bot_is_left_alone()
    {
        await using var bot = await StartAsync();
        var other = _discord.AddUser("ben");
        var robot = _discord.AddUser("robot", isBot: true);
        _discord.Post(_discord.User, _discord.Channel, "Nobody asked the bot.");
        _discord.Post(_discord.User, _discord.Channel, $"@everyone <@{other.Id}> look");
        _discord.Ask(robot, _discord.Channel, "I am a bot, too. How long?");
        var theirs = _discord.StartThread(other, _discord.Post(other, _discord.Channel, "A thread of ours"), "ours");
        _discord.Post(_discord.User, theirs, "Nobody asked here either.");

        _discord.Ask("How long?");
        await _discord.ExpectReplyAsync(_ => true);

        Assert.Single(_discord.BotMessages);
        Assert.Equal(["How long?"], _retrieval.Asked);
    }

    [Fact]
    public async Task A_mention_without_words_gets_help()
    {
        await using var bot = await StartAsync();

        _discord.Ask("");
        var reply = await _discord.ExpectReplyAsync(_ => true);

        Assert.StartsWith("I answer questions", reply.Content, StringComparison.Ordinal);
        Assert.Empty(_discord.Threads);
    }

    [Fact]
    public async Task Without_the_message_content_intent_mentions_still_work_and_threads_say_why_not()
    {
        await using var bot = await StartAsync(("Discord:MessageContent", "off"));
        _discord.Ask("How long?");
        var thread = (await _discord.ExpectReplyAsync(_ => true)).ChannelId;

        _discord.Post(_discord.User, _discord.ChannelById(thread)!, "And then?");
        var reply = await _discord.ExpectReplyAsync(_ => true);
        _discord.Post(_discord.User, _discord.ChannelById(thread)!, "And then?");
        _discord.Ask(_discord.User, _discord.ChannelById(thread)!, "And after that?");
        await _discord.ExpectReplyAsync(_ => true);

        Assert.Equal(Texts.Unreadable, reply.Content);
        Assert.Equal(["How long?", "And after that?"], _retrieval.Asked);
        Assert.Equal(3, _discord.BotMessages.Count);
    }

    [Fact]
    public async Task Words_of_documents_neither_ping_nor_link_nor_format()
    {
        const string Nasty = "@everyone <@1> <@&2> <#3> **bold** [link](https://evil.example) <t:0:R> https://evil.example `code` ||spoiler||\n# Title\n> quote\n- item\n1. item";
        _retrieval.Answer = _ => FakeRetrieval.Grounded($"{Nasty} [1]", FakeRetrieval.Cite(Nasty, title: Nasty.ReplaceLineEndings(" ")));
        await using var bot = await StartAsync();

        _discord.Ask("How long?");
        var reply = await _discord.ExpectReplyAsync(_ => true);

        Assert.Equal(Pings.None, reply.Pings);
        Assert.Empty(reply.MentionedUsers);
        string[] shown = [reply.Content, .. reply.Embeds.EnumerateArray().SelectMany(Strings)];
        Assert.All(shown, text =>
        {
            Assert.DoesNotMatch(@"(?<!\\)[<*_~`|\[\]]", text);
            Assert.DoesNotMatch("@(everyone|here|[0-9!&])", text);
            Assert.DoesNotMatch(@"(?m)^\s*(?:[#>+-]|\d+[.)])", text);
            Assert.DoesNotContain("https://evil", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_is_too_long_is_cut_between_sentences_and_goes_along_as_a_file()
    {
        var text = string.Concat(Enumerable.Range(1, 400).Select(number => $"这是第{number}句话，说的是资料的保存年限。"));
        _retrieval.Answer = _ => FakeRetrieval.Grounded($"{text} [1]", FakeRetrieval.Cite(text));
        await using var bot = await StartAsync();

        _discord.Ask("How long?");
        var reply = await _discord.ExpectReplyAsync(_ => true);

        Assert.InRange(reply.Content.Length, 1500, 2000);
        Assert.EndsWith($"年限。\n{Texts.RestInFile}", reply.Content, StringComparison.Ordinal);
        Assert.Equal("answer.txt", Assert.Single(reply.Attachments).FileName);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deleted_question_is_not_answered(bool withOthers)
    {
        using var asked = new SemaphoreSlim(0);
        using var deleted = new SemaphoreSlim(0);
        _retrieval.Answer = question =>
        {
            if (question.Text == "Deleted?")
            {
                asked.Release();
                deleted.Wait(TimeSpan.FromSeconds(30));
            }
            return FakeRetrieval.Grounded("Yes. [1]", FakeRetrieval.Cite("yes"));
        };
        await using var bot = await StartAsync(("Discord:AnswerIn", "reply"), ("Conversations:ConcurrentAnswers", "2"));
        var question = _discord.Ask("Deleted?");
        await asked.WaitAsync();
        if (withOthers)
        {
            _discord.Purge(question, _discord.Post(_discord.User, _discord.Channel, "Something else"));
        }
        else
        {
            _discord.Delete(question);
        }
        // Events come in order: once the next question is answered, the deletion is known.
        var next = _discord.Ask("Not deleted?");
        await _discord.ExpectReplyAsync(message => message.ReferenceId == next.Id);
        deleted.Release();
        await bot.StopAsync();

        Assert.Single(_discord.BotMessages);
    }

    [Fact]
    public async Task Where_threads_are_forbidden_the_answer_is_a_reply_and_the_operator_hears_of_it_once()
    {
        _discord.Deny(_discord.Channel, _discord.Bot, Bot.Discord.Simulator.State.Permissions.CreatePublicThreads);
        await using var bot = await StartAsync();

        var first = _discord.Ask("How long?");
        await _discord.ExpectReplyAsync(message => message.ReferenceId == first.Id);
        var second = _discord.Ask("How long?");
        await _discord.ExpectReplyAsync(message => message.ReferenceId == second.Id);

        Assert.Single(bot.Logs.At(LogLevel.Warning), line => line.Contains("Create Public Threads", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_is_answered_once_though_the_answer_to_the_post_was_lost_and_the_event_came_twice()
    {
        _discord.FailNext("POST /channels/{channel}/messages", new Bot.Discord.Simulator.Rest.RestFault.ServerError(502, Applied: true));
        await using var bot = await StartAsync();

        _discord.Ask("How long?");
        await _discord.ExpectReplyAsync(_ => true);
        _discord.ReplayLast(1000);
        _discord.Ask("And this?");
        await _discord.ExpectReplyAsync(message => message.ChannelId == _discord.Threads[^1].Id);
        await bot.StopAsync();

        Assert.Equal(2, _discord.BotMessages.Count);
    }

    [Fact]
    public async Task An_answer_posted_before_a_crash_is_found_again_though_Discord_has_forgotten_its_key()
    {
        using var folder = new TemporaryFolder();
        var clock = new ManualTimeProvider();
        await using var discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { Clock = clock });
        var stuck = new StuckInbox();
        await using (await BotOnDiscord.StartAsync(folder, discord, _retrieval, replace: stuck.Register, settings: ("Conversations:ShutdownSeconds", "1")))
        {
            discord.Ask("How long?");
            await discord.ExpectReplyAsync(_ => true);
        }
        clock.Advance(TimeSpan.FromMinutes(10));

        await using (var second = await BotOnDiscord.StartAsync(folder, discord, _retrieval, connects: false))
        {
            await discord.ExpectRequestAsync("GET /channels/{channel}/messages");
            await second.Get<Bot.Host.Conversations.RunningWork>().WhenDoneAsync(CancellationToken.None);
        }

        Assert.Single(discord.BotMessages);
    }

    [Fact]
    public async Task Where_the_bot_may_not_look_for_its_answer_it_posts_it()
    {
        using var folder = new TemporaryFolder();
        await using var discord = await DiscordSimulator.StartAsync();
        var stuck = new StuckInbox();
        await using (await BotOnDiscord.StartAsync(folder, discord, _retrieval, replace: stuck.Register, settings: ("Conversations:ShutdownSeconds", "1")))
        {
            discord.Ask("How long?");
            await discord.ExpectRequestAsync(PostMessage);
        }
        discord.FailNext("GET /channels/{channel}/messages", Bot.Discord.Simulator.Rest.RestFault.MissingPermissions);

        await using (await BotOnDiscord.StartAsync(folder, discord, _retrieval, connects: false))
        {
            Assert.Equal(200, (await discord.ExpectRequestAsync(PostMessage)).Status);
        }

        // Discord still knows the key, so it made no second one.
        Assert.Single(discord.BotMessages);
    }

    [Fact]
    public async Task What_Discord_refuses_around_the_words_does_not_cost_the_words()
    {
        await using var bot = await StartAsync();
        _discord.FailNext("POST /channels/{channel}/messages", new Bot.Discord.Simulator.Rest.RestFault.Refused(400, 50035, "Invalid Form Body"));

        _discord.Ask("How long?");
        var reply = await _discord.ExpectReplyAsync(_ => true);

        Assert.Equal(@"Seven years. \[1\]", reply.Content);
        Assert.Empty(reply.Embeds.EnumerateArray());
    }

    private Task<BotOnDiscord> StartAsync(params (string Name, string Value)[] settings) =>
        BotOnDiscord.StartAsync(_folder, _discord, _retrieval, settings: settings);

    private static IEnumerable<string> Strings(JsonElement embed) =>
        embed.EnumerateObject().Where(property => property.Name is "title" or "description").Select(property => property.Value.GetString()!);
}
