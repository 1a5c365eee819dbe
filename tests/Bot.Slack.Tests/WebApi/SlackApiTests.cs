using System.Net;
using Bot.Slack.Tests.Support;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Tests.WebApi;

public sealed class SlackApiTests : IDisposable
{
    private const string Root = "1700000000.000100";
    private readonly ApiFixture _slack = new();

    [Fact]
    public async Task Writing_methods_send_json_with_its_charset_and_the_bot_token_in_the_header()
    {
        _slack.Http.AnswerWith(() => FakeHttp.Json("""{"ok":true,"channel":"C1","ts":"1700000001.000200"}"""));

        var posted = await _slack.Chat.PostAsync(Message("a1"), CancellationToken.None);

        var sent = Assert.Single(_slack.Http.Sent);
        Assert.Equal(new PostedMessage("C1", "1700000001.000200"), posted);
        Assert.Equal("https://slack.test/api/chat.postMessage", sent.Address.ToString());
        Assert.Equal($"Bearer {ApiFixture.BotToken}", sent.Authorization);
        Assert.Equal("application/json; charset=utf-8", sent.ContentType);
        Assert.Equal(Root, sent.Json.GetProperty("thread_ts").GetString());
        Assert.Equal("a1", sent.Json.GetProperty("metadata").GetProperty("event_payload").GetProperty("answer_id").GetString());
        Assert.False(sent.Json.GetProperty("unfurl_links").GetBoolean());
        Assert.False(sent.Json.GetProperty("unfurl_media").GetBoolean());
    }

    [Fact]
    public async Task Reading_methods_send_forms()
    {
        _slack.Http.AnswerWith(() => FakeHttp.Json("""{"ok":true,"messages":[],"response_metadata":{"next_cursor":""}}"""));

        await _slack.Conversations.ThreadAsync("C1", Root, oldest: null, CancellationToken.None);

        var sent = Assert.Single(_slack.Http.Sent);
        Assert.Equal("application/x-www-form-urlencoded", sent.ContentType);
        Assert.Equal($"channel=C1&ts={Root}&limit=100&include_all_metadata=true&inclusive=true", sent.Body);
    }

    [Fact]
    public async Task Sockets_are_asked_for_with_the_app_token()
    {
        _slack.Http.AnswerWith(() => FakeHttp.Json("""{"ok":true,"url":"wss://wss.slack.test/link/?ticket=1"}"""));

        var address = await _slack.Auth.NextAsync(CancellationToken.None);

        Assert.Equal("wss://wss.slack.test/link/?ticket=1", address.ToString());
        Assert.Equal($"Bearer {ApiFixture.AppToken}", _slack.Http.Sent[0].Authorization);
        Assert.Equal("", _slack.Http.Sent[0].Body);
    }

    [Fact]
    public async Task The_granted_scopes_come_with_the_identity()
    {
        _slack.Http.Answer = (_, _, _) =>
        {
            var response = FakeHttp.Json("""{"ok":true,"url":"https://t.slack.test/","team":"t","user_id":"U0","team_id":"T0","bot_id":"B0","surprise":{"a":[1]}}""");
            response.Headers.Add("x-oauth-scopes", "chat:write, commands");
            return Task.FromResult(response);
        };

        var identity = await _slack.Auth.TestAsync(CancellationToken.None);

        Assert.Equal(("U0", "B0", "T0"), (identity.UserId, identity.BotId, identity.TeamId));
        Assert.Equal(["chat:write", "commands"], identity.Scopes);
    }

    [Fact]
    public async Task A_limit_holds_only_its_method_and_channel()
    {
        var limited = true;
        _slack.Http.Answer = (request, _, _) => Task.FromResult(
            limited && request.Body.Contains("\"C1\"", StringComparison.Ordinal) ? FakeHttp.Limited(30) : FakeHttp.Json("""{"ok":true,"ts":"1.1"}"""));
        var held = _slack.Chat.PostAsync(Message("a1"), CancellationToken.None);
        await WaitUntil(() => _slack.Limits.Lanes == 1);

        await _slack.Chat.PostAsync(Message("a2") with { Channel = "C2" }, CancellationToken.None);
        await _slack.Chat.UpdateAsync(new PostedMessage("C3", "1.1"), "text", [], "a3", CancellationToken.None);

        Assert.False(held.IsCompleted);
        limited = false;
        Assert.InRange(await _slack.RunAsync((Task)held), TimeSpan.FromSeconds(29), TimeSpan.FromSeconds(60));
        Assert.Equal(0, _slack.Limits.Lanes);
    }

    [Fact]
    public async Task Calls_behind_a_limit_go_one_at_a_time_and_each_goes_once()
    {
        // One passes each second, the rest is refused.
        long? last = null;
        var refused = 0;
        _slack.Http.Answer = (_, _, _) =>
        {
            var free = last is null || _slack.Clock.GetElapsedTime(last.Value) >= TimeSpan.FromSeconds(1);
            last = free ? _slack.Clock.GetTimestamp() : last;
            refused += free ? 0 : 1;
            return Task.FromResult(free ? FakeHttp.Json("""{"ok":true,"ts":"1.1"}""") : FakeHttp.Limited(1));
        };

        var all = Enumerable.Range(0, 20).Select(i => _slack.Chat.PostAsync(Message($"a{i}"), CancellationToken.None)).ToArray();
        await _slack.RunAsync(Task.WhenAll(all));

        Assert.Equal(20, _slack.Http.Sent.Count - refused);
        Assert.InRange(refused, 1, 60);
    }

    [Fact]
    public async Task A_limit_with_status_200_is_waited_for_too()
    {
        _slack.Http.AnswerWith(() => FakeHttp.Json("""{"ok":false,"error":"rate_limited"}"""), () => FakeHttp.Json("""{"ok":true,"ts":"1.1"}"""));

        var waited = await _slack.RunAsync((Task)_slack.Chat.PostAsync(Message("a1"), CancellationToken.None));

        Assert.True(waited >= TimeSpan.FromSeconds(1));
        Assert.Equal(2, _slack.Http.Sent.Count);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("cut")]
    [InlineData("network")]
    [InlineData("timeout")]
    [InlineData("internal_error")]
    public async Task A_harmless_call_is_repeated_after_a_passing_failure(string fault)
    {
        _slack.Http.Answer = async (_, number, cancellationToken) => number == 1 ? await FailAsync(fault, cancellationToken) : FakeHttp.Json("""{"ok":true}""");

        await _slack.RunAsync(_slack.Chat.UpdateAsync(new PostedMessage("C1", "1.1"), "text", [], "a1", CancellationToken.None));

        Assert.Equal(2, _slack.Http.Sent.Count);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("cut")]
    [InlineData("network")]
    [InlineData("timeout")]
    [InlineData("internal_error")]
    [InlineData("fatal_error")]
    public async Task A_post_of_unknown_fate_is_looked_for_and_not_posted_twice(string fault)
    {
        _slack.Http.Answer = async (request, number, cancellationToken) => (number, request.Method) switch
        {
            (1, _) => await FailAsync(fault, cancellationToken),
            (_, "conversations.replies") => FakeHttp.Json(
                """{"ok":true,"messages":[{"ts":"1.1","text":"other"},{"ts":"1.2","metadata":{"event_type":"bot_answer","event_payload":{"answer_id":"a1"}}}]}"""),
            _ => throw new InvalidOperationException("Posted twice."),
        };

        var posted = await _slack.RunAsync(_slack.Chat.PostAsync(Message("a1"), CancellationToken.None));

        Assert.Equal(new PostedMessage("C1", "1.2"), posted);
        Assert.Equal(["chat.postMessage", "conversations.replies"], _slack.Http.Sent.Select(sent => sent.Method));
    }

    [Fact]
    public async Task A_post_that_is_not_found_is_posted_again()
    {
        _slack.Http.Answer = (request, number, _) => Task.FromResult((number, request.Method) switch
        {
            (1, _) => FakeHttp.Html(HttpStatusCode.BadGateway),
            (_, "conversations.replies") => FakeHttp.Json("""{"ok":true,"messages":[{"ts":"1.1"}]}"""),
            _ => FakeHttp.Json("""{"ok":true,"channel":"C1","ts":"1.3"}"""),
        });

        var posted = await _slack.RunAsync(_slack.Chat.PostAsync(Message("a1"), CancellationToken.None));

        Assert.Equal("1.3", posted.Ts);
        Assert.Equal(["chat.postMessage", "conversations.replies", "chat.postMessage"], _slack.Http.Sent.Select(sent => sent.Method));
    }

    [Fact]
    public async Task A_post_outside_threads_is_looked_for_in_the_channel()
    {
        _slack.Http.Answer = (request, number, _) => Task.FromResult(number == 1
            ? FakeHttp.Html(HttpStatusCode.BadGateway)
            : FakeHttp.Json("""{"ok":true,"messages":[{"ts":"1.2","metadata":{"event_type":"bot_answer","event_payload":{"answer_id":"a1"}}}]}"""));

        var posted = await _slack.RunAsync(_slack.Chat.PostAsync(Message("a1") with { ThreadTs = null }, CancellationToken.None));

        Assert.Equal("1.2", posted.Ts);
        Assert.Equal("conversations.history", _slack.Http.Sent[1].Method);
    }

    [Fact]
    public async Task Another_apps_metadata_is_not_mistaken_for_an_answer()
    {
        _slack.Http.AnswerWith(() => FakeHttp.Json(
            """{"ok":true,"messages":[{"ts":"1.1","metadata":{"event_type":"task_created","event_payload":{"answer_id":7}}},{"ts":"1.2","metadata":{"event_type":"bot_answer","event_payload":{"answer_id":"other"}}}]}"""));

        Assert.Null(await _slack.Conversations.FindAsync("C1", Root, "a1", CancellationToken.None));
    }

    [Fact]
    public async Task An_error_that_would_come_again_is_thrown_at_once_with_slacks_details()
    {
        _slack.Http.AnswerWith(() => FakeHttp.Json(
            """{"ok":false,"error":"invalid_blocks","response_metadata":{"messages":["[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text]"]}}"""));

        var failure = await Assert.ThrowsAsync<SlackApiException>(() => _slack.Chat.PostAsync(Message("a1"), CancellationToken.None));

        Assert.Equal(("invalid_blocks", false), (failure.Code, failure.IsTransient));
        Assert.Contains("/blocks/0/text", failure.Message, StringComparison.Ordinal);
        Assert.Single(_slack.Http.Sent);
    }

    [Fact]
    public async Task A_reaction_that_stands_there_is_as_good_as_a_new_one()
    {
        _slack.Http.AnswerWith(() => FakeHttp.Json("""{"ok":false,"error":"already_reacted"}"""));

        await _slack.Members.ReactAsync(new PostedMessage("C1", "1.1"), "eyes", CancellationToken.None);
    }

    [Fact]
    public async Task A_warning_is_logged_once_a_method()
    {
        _slack.Http.AnswerWith(() => FakeHttp.Json("""{"ok":true,"ts":"1.1","warning":"missing_charset","response_metadata":{"warnings":["missing_charset"]}}"""));

        await _slack.Chat.PostAsync(Message("a1"), CancellationToken.None);
        await _slack.Chat.PostAsync(Message("a2"), CancellationToken.None);

        Assert.Single(_slack.Logger.Lines, line => line.Level == LogLevel.Warning && line.Message.Contains("missing_charset", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_logs_nor_exceptions_show_a_token()
    {
        _slack.Http.Answer = (_, number, _) => Task.FromResult(number < 3 ? FakeHttp.Limited(1) : FakeHttp.Json("""{"ok":false,"error":"invalid_auth"}"""));

        var failure = await Assert.ThrowsAsync<SlackApiException>(() => _slack.RunAsync(_slack.Auth.TestAsync(CancellationToken.None)));

        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_slack.Logger.Lines, line => line.Message.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelling_a_call_that_waits_for_a_limit_leaves_no_trace()
    {
        _slack.Http.AnswerWith(() => FakeHttp.Limited(30));
        using var cancellation = new CancellationTokenSource();
        var held = _slack.Chat.PostAsync(Message("a1"), cancellation.Token);
        await WaitUntil(() => _slack.Limits.Lanes == 1);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => held);

        _slack.Clock.Advance(TimeSpan.FromSeconds(31));
        _slack.Http.AnswerWith(() => FakeHttp.Json("""{"ok":true,"ts":"1.1"}"""));
        await _slack.Chat.PostAsync(Message("a2"), CancellationToken.None);
        Assert.Equal(0, _slack.Limits.Lanes);
    }

    public void Dispose() => _slack.Dispose();

    private static OutgoingMessage Message(string answerId) => new("C1", "text", [], Root, answerId);

    private static async Task WaitUntil(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }

    private async Task<HttpResponseMessage> FailAsync(string fault, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case "html":
                return FakeHttp.Html(HttpStatusCode.BadGateway);
            case "cut":
                return FakeHttp.Json("""{"ok":true,"ts":"1.""");
            case "network":
                throw new HttpRequestException("Connection reset");
            case "timeout":
                await Task.Delay(Timeout.InfiniteTimeSpan, _slack.Clock, cancellationToken);
                throw new InvalidOperationException("Never comes here.");
            default:
                return FakeHttp.Json($$"""{"ok":false,"error":"{{fault}}"}""");
        }
    }
}
