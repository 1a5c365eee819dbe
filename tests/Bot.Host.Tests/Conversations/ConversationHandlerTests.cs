using Bot.Host.Conversations;
using Bot.Host.Conversations.Storage;
using Bot.Host.Tests.Support;
using Bot.Host.Texts;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Text;
using Bot.Testing;

namespace Bot.Host.Tests.Conversations;

public sealed class ConversationHandlerTests : IDisposable
{
    private static readonly ConversationTexts Texts = ConversationTexts.Of(TextLanguage.English);

    private readonly TemporaryFolder _folder = new();
    private readonly FakePlatform _chat = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly FakeRetrieval _retrieval = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_question_gets_its_answer_with_citations_and_a_sign_before()
    {
        await using var bot = await StartAsync();

        Assert.Equal(Receipt.Accepted, await bot.ReceiveAsync(Message("1")));
        var (message, reply, attempt) = await _chat.NextAsync();

        Assert.Equal("1", message.Event.Id);
        Assert.Equal("Seven years. [1]", reply.Text);
        Assert.Equal(("[1]", "A policy", "policy.txt · line 1", "7 years"), Assert.Single(reply.Citations) is var cited ? (cited.Label, cited.Title, cited.Place, cited.Quote) : default);
        Assert.Equal(attempt.Id, reply.Answer);
        Assert.Equal(("1", false), Assert.Single(_chat.Signs));
    }

    [Fact]
    public async Task The_same_event_is_answered_once_however_often_it_comes()
    {
        await using var bot = await StartAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.ReceiveAsync(Message("1"))));
        await bot.IdleAsync();

        Assert.Single(receipts, Receipt.Accepted);
        Assert.Equal(1, _chat.Tries);
    }

    [Fact]
    public async Task An_event_is_still_known_after_a_restart_and_forgotten_after_an_hour()
    {
        await using (var first = await StartAsync())
        {
            await first.ReceiveAsync(Message("1"));
            await first.IdleAsync();
        }
        _clock.Advance(TimeSpan.FromMinutes(15));
        await using (var second = await StartAsync())
        {
            Assert.Equal(Receipt.Duplicate, await second.ReceiveAsync(Message("1")));
        }
        _clock.Advance(TimeSpan.FromMinutes(50));
        await using var third = await StartAsync();
        await third.Get<ConversationPruning>().PruneAsync(CancellationToken.None);

        Assert.Equal(Receipt.Accepted, await third.ReceiveAsync(Message("1")));
    }

    [Fact]
    public async Task What_a_crash_left_is_answered_at_the_next_start()
    {
        var never = new TaskCompletionSource<Delivery?>();
        _chat.BeforePost = (_, _, _) => never.Task;
        var crashed = await StartAsync();
        await crashed.ReceiveAsync(Message("1"));
        await crashed.ReceiveAsync(Message("2", place: "elsewhere"));
        await crashed.CrashAsync();

        var chat = new FakePlatform();
        await using var bot = await StartAsync(chat);
        Posted[] posted = [await chat.NextAsync(), await chat.NextAsync()];

        Assert.Equal(["1", "2"], posted.Select(post => post.Message.Event.Id).Order(StringComparer.Ordinal));
        Assert.All(posted, post => Assert.True(post.Attempt.MayBeThere));
        Assert.All(posted, post => Assert.Equal("Seven years. [1]", post.Reply.Text));
    }

    [Fact]
    public async Task A_crash_between_posting_and_taking_off_does_not_post_twice()
    {
        var never = new TaskCompletionSource();
        _chat.AfterPost = _ => never.Task;
        var crashed = await StartAsync();
        await crashed.ReceiveAsync(Message("1"));
        var before = await _chat.NextAsync();
        await crashed.CrashAsync();
        _chat.AfterPost = _ => Task.CompletedTask;

        await using var bot = await StartAsync();
        await bot.IdleAsync();

        Assert.Equal(2, _chat.Tries);
        Assert.Equal(before, Assert.Single(_chat.Standing));
        Assert.Empty(await bot.Get<IInbox>().TakeUpAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_question_older_than_a_quarter_of_an_hour_gets_the_reason_instead()
    {
        var tried = new TaskCompletionSource();
        _chat.BeforePost = (_, _, _) =>
        {
            tried.TrySetResult();
            return new TaskCompletionSource<Delivery?>().Task;
        };
        var crashed = await StartAsync();
        await crashed.ReceiveAsync(Message("1"));
        await tried.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
        await crashed.CrashAsync();
        _clock.Advance(TimeSpan.FromMinutes(16));

        var chat = new FakePlatform();
        await using var bot = await StartAsync(chat);
        var posted = await chat.NextAsync();

        Assert.Equal(Texts.TooLate, posted.Reply.Text);
        Assert.Single(_retrieval.Asked);
    }

    [Fact]
    public async Task What_ends_the_process_twice_is_given_up_with_a_reason()
    {
        _chat.BeforePost = (_, _, _) => new TaskCompletionSource<Delivery?>().Task;
        for (var start = 0; start < 3; start++)
        {
            var crashed = await StartAsync();
            if (start == 0)
            {
                await crashed.ReceiveAsync(Message("1"));
            }
            await crashed.CrashAsync();
        }

        var chat = new FakePlatform();
        await using var bot = await StartAsync(chat);

        Assert.Equal(Texts.Failed, (await chat.NextAsync()).Reply.Text);
    }

    [Fact]
    public async Task An_impossible_delivery_is_not_tried_again()
    {
        _chat.BeforePost = (_, _, _) => Task.FromResult<Delivery?>(new Delivery.Impossible("deleted"));
        await using var bot = await StartAsync();

        await bot.ReceiveAsync(Message("1"));
        await bot.IdleAsync();

        Assert.Equal(1, _chat.Tries);
        Assert.Empty(await bot.Get<IInbox>().TakeUpAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_broken_answerer_costs_the_person_an_apology_not_the_reply()
    {
        _retrieval.Answer = _ => throw new InvalidOperationException("broken");
        await using var bot = await StartAsync();

        await bot.ReceiveAsync(Message("1"));

        Assert.Equal(Texts.Failed, (await _chat.NextAsync()).Reply.Text);
    }

    [Fact]
    public async Task A_person_over_the_limit_is_told_when_once_a_minute()
    {
        await using var bot = await StartAsync(settings: ("Conversations:QuestionsPerUserPerMinute", "2"));
        foreach (var id in new[] { "1", "2", "3", "4" })
        {
            await bot.ReceiveAsync(Message(id));
            await bot.IdleAsync();
        }
        _clock.Advance(TimeSpan.FromSeconds(20));
        await bot.ReceiveAsync(Message("5", author: "ben"));
        await bot.IdleAsync();
        _clock.Advance(TimeSpan.FromSeconds(40));
        await bot.ReceiveAsync(Message("6"));
        await bot.IdleAsync();

        var said = _chat.Standing.ToDictionary(post => post.Message.Event.Id, post => post.Reply.Text);
        Assert.Equal(["1", "2", "3", "5", "6"], said.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Texts.UserLimited(60), said["3"]);
        Assert.Equal(4, said.Values.Count(text => text == "Seven years. [1]"));
        Assert.Empty(await bot.Get<IInbox>().TakeUpAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Who_awaits_a_reply_to_a_command_is_told_every_time()
    {
        await using var bot = await StartAsync(settings: ("Conversations:QuestionsPerUserPerMinute", "1"));
        foreach (var id in new[] { "1", "2", "3" })
        {
            await bot.ReceiveAsync(Message(id) with { IsAwaited = true });
            await bot.IdleAsync();
        }

        Assert.Equal(2, _chat.Standing.Count(post => post.Reply is { IsPrivate: true } && post.Reply.Text == Texts.UserLimited(60)));
        Assert.Equal([("1", false), ("2", true), ("3", true)], _chat.Signs);
    }

    [Fact]
    public async Task Everybody_together_is_limited_too()
    {
        await using var bot = await StartAsync(settings: ("Conversations:QuestionsPerMinute", "2"));
        foreach (var id in new[] { "1", "2", "3" })
        {
            await bot.ReceiveAsync(Message(id, author: $"person {id}"));
            await bot.IdleAsync();
        }

        Assert.Equal(Texts.AllLimited(60), _chat.Standing.Single(post => post.Message.Event.Id == "3").Reply.Text);
    }

    [Fact]
    public async Task A_full_queue_is_an_answer_too()
    {
        var open = new TaskCompletionSource<Delivery?>();
        _chat.BeforePost = (message, _, _) => message.Event.Id == "waits" ? open.Task : Task.FromResult<Delivery?>(null);
        await using var bot = await StartAsync(settings: ("Conversations:QueueLimit", "1"));

        await bot.ReceiveAsync(Message("waits", place: "a"));
        await bot.ReceiveAsync(Message("2", place: "b"));
        Assert.Equal(Texts.Busy, (await _chat.NextAsync()).Reply.Text);
        open.SetResult(null);

        Assert.Equal("Seven years. [1]", (await _chat.NextAsync()).Reply.Text);
    }

    [Fact]
    public async Task Past_twice_the_queue_messages_wait_written_down_and_who_sees_a_command_wait_is_told_at_once()
    {
        var open = new TaskCompletionSource<Delivery?>();
        _chat.BeforePost = (message, _, _) => message.IsAwaited ? Task.FromResult<Delivery?>(null) : open.Task;
        await using var bot = await StartAsync(settings: ("Conversations:QueueLimit", "1"));

        foreach (var id in new[] { "1", "2", "3" })
        {
            Assert.Equal(Receipt.Accepted, await bot.ReceiveAsync(Message(id, place: id)));
        }
        await bot.ReceiveAsync(Message("command", place: "elsewhere") with { IsAwaited = true });
        var told = await _chat.NextAsync();
        var begun = _chat.Signs.Count(sign => sign.Event != "command");
        open.SetResult(null);
        await bot.IdleAsync();

        Assert.Equal(("command", Texts.Busy), (told.Message.Event.Id, told.Reply.Text));
        Assert.InRange(begun, 0, 2);
        Assert.Equal(["1", "2", "3", "command"], _chat.Standing.Select(post => post.Message.Event.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_waits_at_the_end_is_answered_after_the_next_start()
    {
        _chat.BeforePost = (_, _, cancellationToken) => new TaskCompletionSource<Delivery?>().Task.WaitAsync(cancellationToken);
        await using (var first = await StartAsync(settings: [("Conversations:QueueLimit", "1"), ("Conversations:ShutdownSeconds", "1")]))
        {
            foreach (var id in new[] { "1", "2", "3" })
            {
                await first.ReceiveAsync(Message(id, place: id));
            }
            var stopping = first.StopAsync();
            _clock.Advance(TimeSpan.FromSeconds(2));
            await stopping;
        }
        var chat = new FakePlatform();
        await using var second = await StartAsync(chat);
        await second.IdleAsync();

        Assert.Equal(["1", "2", "3"], chat.Standing.Select(post => post.Message.Event.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_more_answers_than_allowed_are_made_at_once()
    {
        var (now, most) = (0, 0);
        using var both = new SemaphoreSlim(0);
        _retrieval.Answer = _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            both.Release();
            // Wait until the other one is in, too, so that a third would be seen.
            SpinWait.SpinUntil(() => both.CurrentCount >= 2, TimeSpan.FromSeconds(10));
            Interlocked.Decrement(ref now);
            return FakeRetrieval.Grounded("Yes. [1]", FakeRetrieval.Cite("yes"));
        };
        await using var bot = await StartAsync(settings: ("Conversations:ConcurrentAnswers", "2"));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(id => bot.ReceiveAsync(Message($"{id}", place: $"{id}"))));
        await bot.IdleAsync();

        Assert.Equal(2, most);
        Assert.Equal(10, _chat.Standing.Count);
    }

    [Fact]
    public async Task Questions_of_one_conversation_are_answered_in_their_order()
    {
        var first = new TaskCompletionSource<Delivery?>();
        _chat.BeforePost = (message, _, _) => message.Event.Id == "1" ? first.Task : Task.FromResult<Delivery?>(null);
        await using var bot = await StartAsync();

        await bot.ReceiveAsync(Message("1"));
        await bot.ReceiveAsync(Message("2"));
        await bot.ReceiveAsync(Message("3", place: "elsewhere"));

        Assert.Equal("3", (await _chat.NextAsync()).Message.Event.Id);
        first.SetResult(null);
        Assert.Equal("1", (await _chat.NextAsync()).Message.Event.Id);
        Assert.Equal("2", (await _chat.NextAsync()).Message.Event.Id);
    }

    [Fact]
    public async Task A_follow_up_is_asked_with_the_questions_before_it_in_its_own_conversation()
    {
        var earlier = new List<string>();
        _retrieval.Answer = question =>
        {
            earlier.Add(string.Join('|', question.Earlier));
            return FakeRetrieval.Grounded("Yes. [1]", FakeRetrieval.Cite("yes"));
        };
        await using var bot = await StartAsync(settings: ("Conversations:RememberedQuestions", "2"));
        foreach (var (id, place) in new[] { ("1", "a"), ("2", "a"), ("3", "b"), ("4", "a"), ("5", "a") })
        {
            await bot.ReceiveAsync(Message(id, place: place));
            await bot.IdleAsync();
        }

        Assert.Equal(["", "Question 1", "", "Question 1|Question 2", "Question 2|Question 4"], earlier);
    }

    [Fact]
    public async Task Stopping_waits_for_what_is_in_work()
    {
        var open = new TaskCompletionSource<Delivery?>();
        _chat.BeforePost = (_, _, _) => open.Task;
        var bot = await StartAsync();
        await bot.ReceiveAsync(Message("1"));

        var stopping = bot.StopAsync();
        Assert.False(stopping.IsCompleted);
        open.SetResult(null);
        await stopping;

        Assert.Single(_chat.Standing);
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task What_takes_longer_than_stopping_may_is_left_for_the_next_start()
    {
        _chat.BeforePost = async (_, _, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, token);
            return null;
        };
        var bot = await StartAsync();
        await bot.ReceiveAsync(Message("1"));

        var stopping = bot.StopAsync();
        while (!stopping.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await bot.DisposeAsync();

        var chat = new FakePlatform();
        await using var next = await StartAsync(chat);
        Assert.Equal("1", (await chat.NextAsync()).Message.Event.Id);
    }

    [Fact]
    public async Task What_comes_while_stopping_is_written_down_for_the_next_start()
    {
        var bot = await StartAsync();
        await bot.StopAsync();

        Assert.Equal(Receipt.Accepted, await bot.ReceiveAsync(Message("1")));
        Assert.Equal(0, bot.Work.Count);
        await bot.DisposeAsync();

        await using var next = await StartAsync();
        Assert.Equal("1", (await _chat.NextAsync()).Message.Event.Id);
    }

    [Fact]
    public async Task A_question_waits_for_the_first_index()
    {
        await using var bot = await StartAsync(loaded: false);
        await bot.ReceiveAsync(Message("1"));
        await bot.ReceiveAsync(Message("2", new Request.Help()));

        Assert.Equal("2", (await _chat.NextAsync()).Message.Event.Id);
        await bot.Get<Bot.Host.Ingestion.IndexRefresher>().ReloadAsync(progress: null, CancellationToken.None);
        Assert.Equal("1", (await _chat.NextAsync()).Message.Event.Id);
    }

    [Fact]
    public async Task The_words_go_once_the_reply_is_delivered()
    {
        await using var bot = await StartAsync(settings: ("Conversations:RememberedQuestions", "0"));

        await bot.ReceiveAsync(Message("1", new Request.Ask("a secret of mine")));
        await bot.IdleAsync();

        Assert.Equal(0, bot.Database.Read(connection => connection.Query(
            "SELECT count(*) FROM inbox WHERE message IS NOT NULL", row => row.GetInt32(0)))[0]);
    }

    [Fact]
    public async Task Nothing_found_is_a_reply_with_what_comes_nearest()
    {
        _retrieval.Answer = _ => FakeRetrieval.NotFound(NotFoundReason.NotConfident) with { Nearest = [FakeRetrieval.Cite("near")] };
        await using var bot = await StartAsync();

        await bot.ReceiveAsync(Message("1"));
        var reply = (await _chat.NextAsync()).Reply;

        Assert.Equal("Nothing there.", reply.Text);
        Assert.Equal(("·", (int?)null, "near"), Assert.Single(reply.Citations) is var near ? (near.Label, near.Number, near.Quote) : default);
    }

    [Fact]
    public async Task An_answer_that_is_being_written_is_shown_as_it_grows()
    {
        _retrieval.Drafts = [("Seven.", Task.CompletedTask), ("Seven. Years.", Task.CompletedTask)];
        await using var bot = await StartAsync();

        await bot.ReceiveAsync(Message("1"));
        var reply = (await _chat.NextAsync()).Reply;

        Assert.Equal(["Seven.", "Seven. Years."], _chat.Progress);
        Assert.Equal("Seven years. [1]", reply.Text);
    }

    [Fact]
    public async Task A_chat_that_is_slow_to_show_drafts_gets_fewer_and_the_reply_behind_them()
    {
        var (answered, shown) = (new TaskCompletionSource(), new TaskCompletionSource());
        _chat.OnProgress = () => shown.Task;
        _retrieval.Answer = _ =>
        {
            answered.SetResult();
            return FakeRetrieval.Grounded("Seven years. [1]", FakeRetrieval.Cite("7 years"));
        };
        _retrieval.Drafts = [("a", Task.CompletedTask), ("b", Task.CompletedTask), ("c", Task.CompletedTask)];
        await using var bot = await StartAsync();

        await bot.ReceiveAsync(Message("1"));
        await answered.Task;
        var replied = _chat.NextAsync();
        Assert.False(replied.IsCompleted);
        shown.SetResult();

        Assert.Equal("Seven years. [1]", (await replied).Reply.Text);
        Assert.Equal(["a"], _chat.Progress);
    }

    [Fact]
    public async Task A_draft_that_cant_be_shown_costs_no_answer()
    {
        _chat.OnProgress = () => Task.FromException(new InvalidOperationException("broken"));
        _retrieval.Drafts = [("a", Task.CompletedTask)];
        await using var bot = await StartAsync();

        await bot.ReceiveAsync(Message("1"));

        Assert.Equal("Seven years. [1]", (await _chat.NextAsync()).Reply.Text);
    }

    private Task<ConversationBot> StartAsync(FakePlatform? chat = null, bool loaded = true, params (string Name, string Value)[] settings) =>
        ConversationBot.StartAsync(_folder, chat ?? _chat, _clock, _retrieval, loaded, settings: settings);

    private IncomingMessage Message(string id, Request? request = null, string author = "ann", string place = "thread") =>
        ConversationBot.Message(id, request, author, place, _clock);
}
