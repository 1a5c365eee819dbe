using System.Net;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Bot.Discord.Tests.Fakes;

namespace Bot.Discord.Tests.Rest;

public sealed class RetryTests : IDisposable
{
    private const string Message = """{"id":"1","channel_id":"2"}""";

    private readonly RestBench _bench = new();

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Posts_again_with_the_same_nonce_when_Discord_stumbles(int status)
    {
        var post = _bench.PostAsync(nonce: "question-7");
        var first = await _bench.Discord.CallAsync();
        first.Answer(status, "upstream");
        var second = await _bench.Discord.CallAsync();
        Assert.Equal(first.Body, second.Body);
        Assert.Contains("\"nonce\":\"question-7\",\"enforce_nonce\":true", second.Body, StringComparison.Ordinal);
        second.Answer(200, Message);
        Assert.Equal(1UL, (await post).Id.Value);
    }

    [Fact]
    public async Task Never_posts_again_without_a_nonce_when_the_first_may_have_arrived()
    {
        var post = _bench.PostAsync(nonce: null);
        var call = await _bench.Discord.CallAsync();
        Assert.DoesNotContain("nonce", call.Body, StringComparison.Ordinal);
        call.Answer(502, "");
        Assert.True((await Assert.ThrowsAsync<DiscordApiException>(() => post)).IsTransient);
        Assert.Equal(0, _bench.Discord.Waiting);
    }

    [Fact]
    public async Task Posts_again_without_a_nonce_when_the_first_never_left()
    {
        var post = _bench.PostAsync(nonce: null);
        (await _bench.Discord.CallAsync()).Fail(new HttpRequestException(HttpRequestError.ConnectionError));
        (await _bench.Discord.CallAsync()).Answer(200, Message);
        await post;
    }

    [Fact]
    public async Task Makes_at_most_three_more_tries_with_growing_pauses()
    {
        _bench.Jitter = 1;
        var post = _bench.PostAsync();
        foreach (var pause in (double[])[0.5, 1, 2])
        {
            (await _bench.Discord.CallAsync()).Fail(new HttpRequestException("reset"));
            await _bench.Clock.PassAsync(TimeSpan.FromSeconds(pause));
        }
        (await _bench.Discord.CallAsync()).Fail(new HttpRequestException("reset"));
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => post);
        Assert.Equal((true, null), (error.IsTransient, error.Status));
    }

    [Fact]
    public async Task Gives_a_try_up_after_the_time_out_and_tries_again()
    {
        var post = _bench.PostAsync();
        await _bench.Discord.CallAsync();
        _bench.Clock.Advance(TimeSpan.FromSeconds(15));
        (await _bench.Discord.CallAsync()).Answer(200, Message);
        await post;
    }

    [Theory]
    [InlineData(400, 50035)]
    [InlineData(403, 50001)]
    [InlineData(403, 50013)]
    [InlineData(404, 10003)]
    [InlineData(404, 10008)]
    public async Task Never_repeats_what_was_refused(int status, int code)
    {
        var edit = _bench.Messages.EditAsync(new(2), new(3), new() { Content = "x" }, CancellationToken.None);
        (await _bench.Discord.CallAsync()).Answer(status, $$$"""{"code":{{{code}}},"message":"words of Discord","errors":{}}""");
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => edit);
        Assert.Equal(((HttpStatusCode)status, code, false), (error.Status, error.Code, error.IsTransient));
        Assert.Equal(0, _bench.Discord.Waiting);
        Assert.DoesNotContain("words of Discord", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_no_more_calls_once_the_token_was_rejected_but_finishes_interactions()
    {
        var post = _bench.PostAsync();
        (await _bench.Discord.CallAsync()).Answer(401, """{"code":0,"message":"401: Unauthorized"}""");
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => post);
        Assert.Contains("Bot page of the developer portal", error.Message, StringComparison.Ordinal);
        Assert.True(_bench.Token.IsRejected);
        await Assert.ThrowsAsync<DiscordApiException>(() => _bench.PostAsync());
        Assert.Equal(0, _bench.Discord.Waiting);

        var edit = _bench.Interactions.EditOriginalAsync(new(1), new("t"), new() { Content = "sorry" }, CancellationToken.None);
        (await _bench.Discord.CallAsync()).Answer(200, Message);
        await edit.Soon();
    }

    [Fact]
    public async Task Does_not_take_an_expired_interaction_for_a_rejected_token()
    {
        var edit = _bench.Interactions.EditOriginalAsync(new(1), new("t"), new() { Content = "x" }, CancellationToken.None);
        (await _bench.Discord.CallAsync()).Answer(401, """{"code":50027,"message":"Invalid Webhook Token"}""");
        Assert.Equal(DiscordErrorCode.InvalidWebhookToken, (await Assert.ThrowsAsync<DiscordApiException>(() => edit)).Code);
        Assert.False(_bench.Token.IsRejected);
    }

    [Fact]
    public async Task Answers_an_interaction_again_within_its_three_seconds()
    {
        var answer = _bench.Interactions.RespondAsync(new(1), new("t"), new InteractionResponse.DeferredReply(Ephemeral: true), CancellationToken.None);
        var first = await _bench.Discord.CallAsync();
        Assert.Equal(("interactions/1/t/callback", """{"type":5,"data":{"flags":64}}"""), (first.Path, first.Body));
        Assert.Null(first.Request.Headers.Authorization);
        first.Answer(503, "");
        (await _bench.Discord.CallAsync()).Answer(204, "");
        await answer.Soon();
    }

    [Fact]
    public async Task Leaves_time_for_a_second_try_when_the_first_answer_to_an_interaction_hangs()
    {
        var answer = _bench.Interactions.RespondAsync(new(1), new("t"), new InteractionResponse.DeferredUpdate(), CancellationToken.None);
        await _bench.Discord.CallAsync();
        _bench.Clock.Advance(TimeSpan.FromSeconds(1.4));
        (await _bench.Discord.CallAsync()).Answer(204, "");
        await answer.Soon();
    }

    [Fact]
    public async Task Takes_already_acknowledged_on_a_second_try_for_the_first_tries_success()
    {
        var answer = _bench.Interactions.RespondAsync(new(1), new("t"), new InteractionResponse.DeferredReply(Ephemeral: false), CancellationToken.None);
        (await _bench.Discord.CallAsync()).Answer(502, "");
        (await _bench.Discord.CallAsync()).Answer(400, """{"code":40060}""");
        await answer.Soon();
    }

    [Fact]
    public async Task Says_when_somebody_else_answered_an_interaction_first()
    {
        var answer = _bench.Interactions.RespondAsync(new(1), new("t"), new InteractionResponse.DeferredUpdate(), CancellationToken.None);
        (await _bench.Discord.CallAsync()).Answer(400, """{"code":40060}""");
        Assert.Equal(DiscordErrorCode.InteractionAlreadyAcknowledged, (await Assert.ThrowsAsync<DiscordApiException>(() => answer)).Code);
    }

    [Fact]
    public async Task Gives_an_answer_up_that_would_come_too_late()
    {
        var answer = _bench.Interactions.RespondAsync(new(1), new("t"), new InteractionResponse.DeferredUpdate(), CancellationToken.None);
        await _bench.Discord.CallAsync();
        _bench.Clock.Advance(TimeSpan.FromSeconds(2.8));
        Assert.False((await Assert.ThrowsAsync<DiscordApiException>(() => answer.Soon())).IsTransient);
    }

    [Fact]
    public async Task Never_repeats_a_follow_up_that_may_have_arrived()
    {
        var post = _bench.Interactions.CreateFollowUpAsync(new(1), new("t"), new() { Content = "x", Nonce = "n" }, CancellationToken.None);
        (await _bench.Discord.CallAsync()).Fail(new HttpRequestException("reset"));
        Assert.True((await Assert.ThrowsAsync<DiscordApiException>(() => post)).IsTransient);
        Assert.Equal(0, _bench.Discord.Waiting);
    }

    [Fact]
    public async Task Returns_the_thread_that_is_there_already()
    {
        var start = _bench.Channels.StartThreadAsync(new(2), new(3), new("Question"), CancellationToken.None);
        var post = await _bench.Discord.CallAsync();
        Assert.Equal(("channels/2/messages/3/threads", """{"name":"Question","auto_archive_duration":1440}"""), (post.Path, post.Body));
        post.Answer(400, """{"code":160004}""");
        var get = await _bench.Discord.CallAsync();
        Assert.Equal("channels/3", get.Path);
        get.Answer(200, """{"id":"3","type":11,"parent_id":"2"}""");
        Assert.True((await start.Soon()).IsThread);
    }

    [Fact]
    public async Task Takes_a_message_that_is_gone_for_deleted()
    {
        var delete = _bench.Messages.DeleteAsync(new(2), new(3), CancellationToken.None);
        (await _bench.Discord.CallAsync()).Answer(404, """{"code":10008}""");
        await delete.Soon();
    }

    [Fact]
    public async Task Takes_an_answer_that_is_gone_on_a_second_try_for_the_first_tries_success()
    {
        Task[] deletes =
        [
            _bench.Interactions.DeleteOriginalAsync(new(1), new("t"), CancellationToken.None),
            _bench.Interactions.DeleteFollowUpAsync(new(1), new("u"), new(3), CancellationToken.None),
        ];
        foreach (var _ in deletes)
        {
            (await _bench.Discord.CallAsync()).Answer(502, "");
        }
        foreach (var _ in deletes)
        {
            (await _bench.Discord.CallAsync()).Answer(404, """{"code":10008}""");
        }
        await Task.WhenAll(deletes).Soon();
    }

    [Fact]
    public async Task Says_when_an_answer_cannot_be_read()
    {
        var get = _bench.Channels.GetAsync(new(2), CancellationToken.None);
        (await _bench.Discord.CallAsync()).Answer(200, "<html>");
        Assert.Contains("could not be read", (await Assert.ThrowsAsync<DiscordApiException>(() => get)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancels_without_an_error_of_its_own()
    {
        using var cancelled = new CancellationTokenSource();
        var get = _bench.Channels.GetAsync(new(2), cancelled.Token);
        await _bench.Discord.CallAsync();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => get);
    }

    public void Dispose() => _bench.Dispose();
}
