using Bot.Host.Tests.Support;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.Workspaces;
using Bot.Testing;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Slack;

/// <summary>Calls that fail, before or after Slack did what they ask for: there is one reply all the same.</summary>
public sealed class SlackCallFaultTests : IAsyncLifetime
{
    // The fifteen seconds that a call may take are a second and a half.
    private const int Speed = 10;

    private SlackWorld _world = null!;

    public static TheoryData<string> Passing => [.. Faults.Keys];

    private static Dictionary<string, ApiFault> Faults { get; } = new(StringComparer.Ordinal)
    {
        ["500 before"] = new ApiFault.Status(500),
        ["500 after"] = new ApiFault.Status(500, Applied: true),
        ["502 before"] = new ApiFault.Status(502),
        ["503 after"] = new ApiFault.Status(503, Applied: true),
        ["silence before"] = new ApiFault.Silence(),
        ["silence after"] = new ApiFault.Silence(Applied: true),
        ["cut before"] = new ApiFault.CutAnswer(Applied: false),
        ["cut after"] = new ApiFault.CutAnswer(),
        ["garbage before"] = new ApiFault.Garbage(Applied: false),
        ["garbage after"] = new ApiFault.Garbage(),
        ["late"] = new ApiFault.Delay(TimeSpan.FromSeconds(1)),
        ["429"] = new ApiFault.RateLimited(TimeSpan.FromSeconds(1)),
        ["rate_limited"] = new ApiFault.Error("rate_limited"),
        ["internal_error"] = new ApiFault.Error("internal_error"),
        ["fatal_error"] = new ApiFault.Error("fatal_error"),
        ["service_unavailable"] = new ApiFault.Error("service_unavailable"),
        ["request_timeout"] = new ApiFault.Error("request_timeout"),
    };

    public async Task InitializeAsync() => _world = await SlackWorld.StartAsync(SlackWorld.Options with { RateLimitFactor = 0, PingInterval = TimeSpan.FromMilliseconds(200) });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_reply_whose_posting_fails_for_a_while_is_there_once(string fault)
    {
        await using var bot = await StartAsync();
        _world.Slack.Faults.Next("chat.postMessage", Faults[fault], Faults[fault]);

        await AnsweredOnceAsync(_world.Ann.Mention(_world.Law, "How long?"));
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_placeholder_becomes_the_reply_although_editing_fails_for_a_while(string fault)
    {
        _world.Slack.Faults.Always("assistant.threads.setStatus", new ApiFault.Error("not_agent_app"));
        using var hold = HoldAnswers();
        await using var bot = await StartAsync();
        _world.Slack.Faults.Next("chat.update", Faults[fault], Faults[fault]);

        var question = _world.Ann.Mention(_world.Law, "How long?");
        await _world.Slack.ReplyAsync(question);
        hold.Set();

        await AnsweredOnceAsync(question);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_placeholder_whose_posting_fails_leaves_one_reply(string fault)
    {
        _world.Slack.Faults.Always("assistant.threads.setStatus", new ApiFault.Error("not_agent_app"));
        using var hold = HoldAnswers();
        await using var bot = await StartAsync();
        _world.Slack.Faults.Next("chat.postMessage", Faults[fault]);

        var question = _world.Ann.Mention(_world.Law, "How long?");
        await _world.Slack.CallAsync("chat.postMessage");
        hold.Set();

        await AnsweredOnceAsync(question);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_status_that_cannot_be_shown_costs_no_answer(string fault)
    {
        using var hold = HoldAnswers();
        await using var bot = await StartAsync();
        _world.Slack.Faults.Always("assistant.threads.setStatus", Faults[fault]);

        var question = _world.Ann.Mention(_world.Law, "How long?");
        await _world.Slack.CallAsync("assistant.threads.setStatus");
        hold.Set();

        await AnsweredOnceAsync(question);
    }

    [Fact]
    public async Task Looking_before_posting_again_may_fail_too()
    {
        await using var bot = await StartAsync();
        _world.Slack.Faults.Next("chat.postMessage", new ApiFault.Status(500, Applied: true));
        _world.Slack.Faults.Next("conversations.replies", new ApiFault.Status(503), new ApiFault.CutAnswer(), new ApiFault.Error("internal_error"));

        await AnsweredOnceAsync(_world.Ann.Mention(_world.Law, "How long?"));
    }

    [Fact]
    public async Task A_limit_holds_its_own_channel_only_and_as_long_as_slack_says()
    {
        var other = _world.Slack.AddChannel("other", _world.Ann);
        await using var bot = await RunningBot.StartAsync(_world.Folder, _world.Settings, _world.Retrieval);
        await _world.Slack.ConnectedAsync(2);
        _world.Slack.Faults.Next("chat.postMessage", new ApiFault.RateLimited(TimeSpan.FromSeconds(3)));

        var held = _world.Ann.Mention(_world.Law, "held");
        await _world.Slack.CallAsync("chat.postMessage", call => call.Status == 429);
        var free = _world.Ann.Mention(other, "free");
        await _world.Slack.ReplyAsync(free);
        var heldMeanwhile = held.BotReplies.Any();

        await AnsweredOnceAsync(held);
        Assert.False(heldMeanwhile);
        Assert.Equal(0, _world.Slack.EarlyCalls);
    }

    [Theory]
    [InlineData("channel_not_found")]
    [InlineData("not_in_channel")]
    [InlineData("is_archived")]
    [InlineData("restricted_action")]
    [InlineData("msg_blocks_too_long")]
    [InlineData("something_slack_thought_of_yesterday")]
    public async Task What_slack_refuses_for_good_is_told_to_the_operator_and_not_tried_again(string code)
    {
        await using var bot = await StartAsync();
        _world.Slack.Faults.Next("chat.postMessage", new ApiFault.Error(code));

        var question = _world.Ann.Mention(_world.Law, "refused");
        await _world.Slack.CallAsync("chat.postMessage");
        await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, "the last"));

        await bot.StopAsync();
        Assert.Empty(question.BotReplies);
        Assert.Equal(2, _world.Slack.Calls.Count(call => call.Method == "chat.postMessage"));
        Assert.Contains(bot.Logs.At(LogLevel.Warning), line => line.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_is_archived_while_answering_costs_its_answer_only()
    {
        var other = _world.Slack.AddChannel("other", _world.Ann);
        using var hold = HoldAnswers();
        await using var bot = await StartAsync();
        var lost = _world.Ann.Mention(_world.Law, "How long?");
        await _world.Slack.CallAsync("assistant.threads.setStatus");

        _world.Slack.Archive(_world.Law);
        hold.Set();

        await _world.Slack.CallAsync("chat.postMessage", call => call.Error == "is_archived");
        await AnsweredOnceAsync(_world.Ann.Mention(other, "And here?"));
        Assert.Empty(lost.BotReplies);
        Assert.Single(_world.Slack.Calls, call => call is { Method: "chat.postMessage", Error: "is_archived" });
    }

    [Fact]
    public async Task A_bot_that_is_removed_from_a_channel_while_answering_answers_elsewhere()
    {
        var other = _world.Slack.AddChannel("other", _world.Ann);
        using var hold = HoldAnswers();
        await using var bot = await StartAsync();
        _world.Ann.Mention(_world.Law, "How long?");
        await _world.Slack.CallAsync("assistant.threads.setStatus");

        _world.Slack.Kick(_world.Law);
        hold.Set();

        await _world.Slack.CallAsync("chat.postMessage", call => call.Error == "not_in_channel");
        await AnsweredOnceAsync(_world.Ann.Mention(other, "And here?"));
    }

    [Fact]
    public async Task A_placeholder_that_is_deleted_while_answering_is_not_posted_again()
    {
        _world.Slack.Faults.Always("assistant.threads.setStatus", new ApiFault.Error("not_agent_app"));
        using var hold = HoldAnswers();
        await using var bot = await StartAsync();
        var question = _world.Ann.Mention(_world.Law, "How long?");
        var placeholder = await _world.Slack.ReplyAsync(question);
        // By then the bot has heard which message is its placeholder.
        await _world.Ann.Command(_world.Law, "/help").Acknowledged;
        await _world.Slack.EphemeralAsync(_world.Ann);

        _world.Boss.Delete(placeholder);
        hold.Set();

        await _world.Slack.CallAsync("chat.update", call => call.Error == "message_not_found");
        await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, "the last"));
        Assert.Empty(question.BotReplies);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("500 before")]
    [InlineData("cut before")]
    public async Task An_answer_to_a_command_gets_through_a_response_url_that_fails_for_a_while(string fault)
    {
        await using var bot = await StartAsync();
        _world.Slack.Faults.Next(ApiFaults.ResponseUrl, Faults[fault]);

        await _world.Ann.Command(_world.Law, "/ask", "How long?").Acknowledged;

        Assert.Contains("Seven years", (await _world.Slack.EphemeralAsync(_world.Ann, shown => shown.Text.Contains("Seven", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_is_acknowledged_in_time_although_slack_does_not_say_who_gave_it()
    {
        await using var bot = await RunningBot.StartAsync(_world.Folder, _world.Settings, _world.Retrieval);
        await _world.Slack.ConnectedAsync(2);
        _world.Slack.Faults.Always("users.info", new ApiFault.Silence());

        var acknowledged = await _world.Boss.Command(_world.Law, "/status").Acknowledged;

        Assert.InRange(acknowledged.After, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.NotEqual("", (string?)acknowledged.Payload!["text"]);
        _world.Slack.Faults.Clear();
    }

    private async Task<RunningBot> StartAsync()
    {
        var bot = await RunningBot.StartAsync(_world.Folder, _world.Settings, _world.Retrieval, new FastTimeProvider(Speed));
        await _world.Slack.ConnectedAsync(2);
        return bot;
    }

    /// <summary>Answers wait until the event is set.</summary>
    private ManualResetEventSlim HoldAnswers()
    {
        var hold = new ManualResetEventSlim();
        _world.Retrieval.Answer = _ =>
        {
            hold.Wait();
            return FakeRetrieval.Grounded("Seven years. [1]", FakeRetrieval.Cite("7 years"));
        };
        return hold;
    }

    /// <summary>The answer stands there once, also after a later question was answered.</summary>
    private async Task AnsweredOnceAsync(UserPost question)
    {
        await _world.Slack.ReplyAsync(question, IsAnswer);
        await _world.Slack.ReplyAsync(_world.Ann.Mention(question.Channel, "the last"), IsAnswer);
        Assert.True(IsAnswer(Assert.Single(question.BotReplies)));
    }

    private static bool IsAnswer(SlackMessage reply) => reply.Text.StartsWith("Seven", StringComparison.Ordinal);
}
